import 'reflect-metadata';
import { bootstrapService, readConfigOrExit } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { PREFECTURE_CONFIG, refuseUnsafePeer } from './prefecture.config.js';
import { PrefectureModule } from './prefecture.module.js';

const config = readConfigOrExit(PREFECTURE_CONFIG, process.env, refuseUnsafePeer);
await bootstrapService({ name: 'prefecture', module: PrefectureModule.forRoot(config), config, strategy: JetStreamServer });
