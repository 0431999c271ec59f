import { Injectable } from '@nestjs/common';
import { Signal } from '@hotline/messaging';

/** Raised when something may be delivered now. */
@Injectable()
export class DeliverySignal extends Signal {}
