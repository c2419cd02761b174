import ical, {
  escape as escapeText,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Calendar, CalendarEntry } from '../views/calendar.ts';

const dayMs = 86_400_000;

/** In a URI the signs that separate values must not stand. */
function uri(address: string): string {
  return address.replaceAll(',', '%2C').replaceAll(';', '%3B');
}

function eventOf({ uid, sequence, changedAt, on, title, text, page, cancelled }: CalendarEntry): ICalEventData {
  const start = new Date(on);
  return {
    id: uid,
    sequence,
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    start,
    end: new Date(start.getTime() + dayMs),
    allDay: true,
    summary: title,
    description: text,
    url: uri(page),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  };
}

// RFC 5545 allows no calendar without a component. This one shows nothing.
const nothing = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  'END:VCALENDAR',
].join('\r\n');

/**
 * A calendar as RFC 5545, the events' own instants in it and no clock. Without alarms: whoever subscribes chooses for
 * themselves whether to be disturbed. The library does not escape what stands in the head, nor end the last line.
 */
export function writeCalendarText({ title, description, language, self, everyMs, entries }: Calendar): string {
  const calendar = ical({
    prodId: { company: 'Patchproof', product: 'Patchproof', language },
    name: escapeText(title, false),
    description: escapeText(description, false),
    source: uri(self),
    method: ICalCalendarMethod.PUBLISH,
    ttl: Math.round(everyMs / 1000),
    events: entries.map(eventOf),
  });
  const text = calendar.toString();
  const whole = entries.length > 0 ? text : text.replace(/END:VCALENDAR$/, nothing);
  return `${whole}\r\n`;
}

/** The same as an answer. */
export function answerCalendar(calendar: Calendar): Response {
  return new Response(writeCalendarText(calendar), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
}
