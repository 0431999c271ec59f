// CommonJS add-ons of Nest fail with "Cannot require() ES Module in a cycle" unless Nest itself has been loaded before them.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
