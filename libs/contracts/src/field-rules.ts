import { codesOf } from '@hotline/domain/shared';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';

/** Several property decorators as one. */
function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}

/** A ticket's id: UUID. */
export const TicketId = (): PropertyDecorator => IsUUID();
/** ISO 8601 instant in UTC. */
export const InstantText = (): PropertyDecorator => IsISO8601({ strict: true, strictSeparator: true });
export const OptionalInstantText = (): PropertyDecorator => all(IsOptional(), InstantText());
/** A code: unit, number, policy … 1 to 120 characters. */
export const Code = (): PropertyDecorator => all(IsString(), Length(1, 120));
export const OptionalCode = (): PropertyDecorator => all(IsOptional(), Code());
export const Count = (): PropertyDecorator => all(IsInt(), Min(0));
export const OptionalCount = (): PropertyDecorator => all(IsOptional(), Count());
export const Flag = (): PropertyDecorator => IsBoolean();
/** One code of a closed word list of the domain. */
export const OneOf = (words: object): PropertyDecorator => IsIn(codesOf(words));
export const OptionalOneOf = (words: object): PropertyDecorator => all(IsOptional(), OneOf(words));
export const OptionalFlag = (): PropertyDecorator => all(IsOptional(), Flag());
/** A list of codes, at most 50. */
export const Codes = (): PropertyDecorator => all(IsArray(), ArrayMaxSize(50), IsString({ each: true }), Length(1, 120, { each: true }));
export const OptionalCodes = (): PropertyDecorator => all(IsOptional(), Codes());
/** Codes of a closed word list, each once; may be empty. */
export const SomeOf = (words: object): PropertyDecorator => all(IsArray(), ArrayUnique(), IsIn(codesOf(words), { each: true }));
/** Ids of tickets, at most 500. */
export const TicketIds = (): PropertyDecorator => all(IsArray(), ArrayMaxSize(500), IsUUID(undefined, { each: true }));
