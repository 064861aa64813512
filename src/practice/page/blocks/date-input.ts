import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { el } from '../element.ts';
import { instantOf, wallTime } from '../text/zone-time.ts';
import { changeValue, controlAttributes, type Place, startValue } from './surface.ts';

/** A day, a time of day, or both; instants are read in the zone of whoever sits here. */
export function drawDateInput(
  picker: Datepicker | Timepicker | DateTimepicker,
  place: Place,
): HTMLElement {
  const { zone } = place.surface.eyes;
  const read = readerOf(picker, zone);
  const start = startValue(place, { type: picker.type, [read.field]: read.initial });
  const words = {
    datepicker: 'Date',
    timepicker: 'Time',
    datetimepicker: 'Date and time',
  } as const;
  const field = el('input', {
    ...controlAttributes(place, words[picker.type]),
    class: 'field',
    type: read.inputType,
    title: picker.type === 'datetimepicker' ? `In ${zone}` : undefined,
    'data-autofocus': picker.focus_on_load === true,
    onchange: () => {
      const value = { type: picker.type, [read.field]: read.fromInput(field.value) };
      void changeValue(place, value, picker.confirm);
    },
  });
  field.value = read.toInput(start[read.field]);
  return field;
}

function readerOf(picker: Datepicker | Timepicker | DateTimepicker, zone: string) {
  const text = {
    fromInput: (written: string): unknown => (written === '' ? null : written),
    toInput: (value: unknown) => (typeof value === 'string' ? value : ''),
  };
  switch (picker.type) {
    case 'datepicker':
      return {
        field: 'selected_date',
        inputType: 'date',
        initial: picker.initial_date ?? null,
        ...text,
      };
    case 'timepicker':
      return {
        field: 'selected_time',
        inputType: 'time',
        initial: picker.initial_time ?? null,
        ...text,
      };
    case 'datetimepicker':
      return {
        field: 'selected_date_time',
        inputType: 'datetime-local',
        initial: picker.initial_date_time ?? null,
        fromInput: (written: string): unknown => {
          const instant = instantOfInput(written, zone);
          return instant === null ? null : Math.floor(instant.getTime() / 1000);
        },
        toInput: (value: unknown) =>
          typeof value === 'number' ? inputOfInstant(new Date(value * 1000), zone) : '',
      };
  }
}

/** What a `datetime-local` field holds, read in a zone; `null` when it is empty or half filled. */
export function instantOfInput(written: string, zone: string): Date | null {
  const match = /^(\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(written);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return instantOf({ year, month, day, hour, minute, second }, zone);
}

/** The text of a `datetime-local` field for an instant in a zone. */
export function inputOfInstant(instant: Date, zone: string): string {
  const { year, month, day, hour, minute } = wallTime(instant, zone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
