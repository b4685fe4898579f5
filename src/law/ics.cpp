#include "law/ics.hpp"

#include <map>

#include "base/text.hpp"

namespace law {
namespace {

using std::chrono::days;

constexpr std::size_t longest_line = 75;  // octets, CRLF excluded (RFC 5545, 3.1)

// The rules of French legal time since 1996, enough for every date of a case.
constexpr std::string_view time_zone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

// TEXT values: RFC 5545, 3.3.11. Other control characters have no writing and are left out.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char character : text) {
    switch (character) {
      case '\\':
      case ';':
      case ',':
        result += '\\';
        result += character;
        break;
      case '\n':
        result += "\\n";
        break;
      default:
        if (static_cast<unsigned char>(character) >= 0x20 && character != 0x7F) result += character;
    }
  }
  return result;
}

bool continues_character(char octet) { return (static_cast<unsigned char>(octet) & 0xC0) == 0x80; }

// One content line, folded before a whole character (RFC 5545, 3.1).
void add_line(std::string& file, std::string_view line) {
  std::size_t room = longest_line;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(line[cut])) --cut;
    file.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = longest_line - 1;
  }
  file.append(line).append("\r\n");
}

std::string compact(calendar::Date date) {
  std::string text = calendar::iso(date);
  std::erase(text, '-');
  return text;
}

std::string compact_hour(int minute) {
  std::string text = hour_iso(minute);
  std::erase(text, ':');
  return text + "00";
}

std::string description(const Deadline& deadline, const CitationText& cite) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) parts.push_back(std::string(label) + text);
  };
  add("", deadline.reminder);
  add("Qui\u00A0: ", deadline.who);
  add("À défaut\u00A0: ", deadline.lost);
  std::vector<std::string> basis;
  for (const std::string& id : deadline.basis) basis.push_back(cite ? cite(id) : id);
  add("Fondement\u00A0: ", base::join(basis, "\u202F; "));
  if (deadline.advised) {
    add("Conseil\u00A0: agir au plus tard le ",
        calendar::french_with_weekday(deadline.advised->date) + ".");
  }
  for (const OtherReading& other : deadline.alternatives) {
    add("Autre lecture\u00A0: ",
        other.label + ", " + calendar::french_with_weekday(other.moment.date) + ".");
  }
  add("Réserve\u00A0: ", deadline.reservation);
  add("", base::join(deadline.steps, "\n"));
  return base::join(parts, "\n");
}

void add_alarm(std::string& file, std::string_view trigger, std::string_view summary) {
  add_line(file, "BEGIN:VALARM");
  add_line(file, "ACTION:DISPLAY");
  add_line(file, "TRIGGER:" + std::string(trigger));
  add_line(file, "DESCRIPTION:" + std::string(summary));
  add_line(file, "END:VALARM");
}

void add_event(std::string& file, const Deadline& deadline, const std::string& uid,
               calendar::Date written_on, const CitationText& cite) {
  std::string title = deadline.title + " (" + std::string(describe(deadline.nature)) + ")";
  const std::string summary = escaped(title);
  add_line(file, "BEGIN:VEVENT");
  add_line(file, "UID:" + uid);
  add_line(file, "DTSTAMP:" + compact(written_on) + "T000000Z");
  if (deadline.hour) {
    add_line(file, "DTSTART;TZID=Europe/Paris:" + compact(*deadline.date) + "T" +
                       compact_hour(*deadline.hour));
  } else {
    add_line(file, "DTSTART;VALUE=DATE:" + compact(*deadline.date));
    add_line(file, "DTEND;VALUE=DATE:" + compact(*deadline.date + days{1}));
  }
  add_line(file, "SUMMARY:" + summary);
  add_line(file, "DESCRIPTION:" + escaped(description(deadline, cite)));
  add_line(file, "TRANSP:TRANSPARENT");
  add_line(file, "CLASS:PRIVATE");
  add_alarm(file, "-P7D", summary);
  add_alarm(file, "-P1D", summary);
  add_line(file, "END:VEVENT");
}

}  // namespace

std::string ics(const std::vector<Deadline>& deadlines, calendar::Date written_on,
                const CitationText& cite) {
  std::string file;
  add_line(file, "BEGIN:VCALENDAR");
  add_line(file, "VERSION:2.0");
  add_line(file, "PRODID:-//Egide//Echeances//FR");
  add_line(file, "CALSCALE:GREGORIAN");
  file += time_zone;
  std::map<std::string, int> used;
  for (const Deadline& deadline : deadlines) {
    if (!deadline.date) continue;
    std::string uid = deadline.id + "-" + compact(deadline.start.value_or(*deadline.date));
    const int copies = used[uid]++;
    if (copies > 0) uid += "-" + std::to_string(copies + 1);
    add_event(file, deadline, uid + "@egide", written_on, cite);
  }
  add_line(file, "END:VCALENDAR");
  return file;
}

}  // namespace law
