#include "dossier/write_case.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace dossier {
namespace {

void append_hexadecimal(std::string& out, char32_t code_point, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    out += "0123456789ABCDEF"[(code_point >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

// What YAML 1.2 (§5.1, §5.4) does not let stand as it is, or takes for a line end.
bool must_be_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         c == 0xFFFE || c == 0xFFFF;
}

void append_character(std::string& out, char32_t c) {
  if (c == U'"' || c == U'\\') {
    out += '\\';
    out += static_cast<char>(c);
  } else if (c == U'\t') {
    out += "\\t";
  } else if (!must_be_escaped(c)) {
    base::append_utf8(out, c);
  } else if (c <= 0xFF) {
    out += "\\x";
    append_hexadecimal(out, c, 2);
  } else {
    out += "\\u";
    append_hexadecimal(out, c, 4);
  }
}

// A double-quoted scalar. After each line end the file goes to a new line too (« \ » at the end
// of a line joins it to the next, whose first blanks must then be escaped).
std::string quoted(std::string_view text, std::size_t indent) {
  std::string out = "\"";
  bool line_start = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = base::next_code_point(text, offset);
    if (c == U'\n') {
      out += "\\n";
      line_start = offset < text.size();
      if (line_start) out += "\\\n" + std::string(indent + 2, ' ');
      continue;
    }
    if (line_start && c == U' ') out += '\\';
    line_start = false;
    append_character(out, c);
  }
  return out + "\"";
}

bool plain_key(std::string_view key) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  // A first letter of ASCII, or é…, but no digit: « 1: » would be a number for another program.
  return !key.empty() && std::all_of(key.begin(), key.end(), fits) &&
         !(key[0] >= '0' && key[0] <= '9') && key.find("\u00A0") == std::string_view::npos &&
         key.find("\u2028") == std::string_view::npos &&
         key.find("\u2029") == std::string_view::npos &&
         key.find("\uFEFF") == std::string_view::npos &&
         key.find("\u0085") == std::string_view::npos;
}

class Writer {
 public:
  // `first` is what stands on the line before the value: "clé:" or "-".
  void value(const Answer& answer, std::size_t indent) {
    if (const auto* list = answer.items()) {
      if (list->empty()) return end(" []");
      out += '\n';
      for (const Answer& item : *list) {
        out += std::string(indent, ' ') + "-";
        item_value(item, indent + 2);
      }
    } else if (const auto* entries = answer.entries()) {
      if (entries->empty()) return end(" {}");
      out += '\n';
      mapping(*entries, indent, false);
    } else {
      end(" " + quoted(answer.text(), indent));
    }
  }

  void mapping(const Answer::Entries& entries, std::size_t indent, bool first_on_line) {
    for (const NamedAnswer& entry : entries) {
      if (!first_on_line) out += std::string(indent, ' ');
      first_on_line = false;
      out += (plain_key(entry.name) ? entry.name : quoted(entry.name, indent)) + ":";
      value(entry.value, indent + 2);
    }
  }

  std::string out;

 private:
  void end(const std::string& text) { out += text + "\n"; }

  // The first key of a record stands on the line of its dash.
  void item_value(const Answer& item, std::size_t indent) {
    const auto* entries = item.entries();
    if (entries == nullptr || entries->empty()) return value(item, indent);
    out += ' ';
    mapping(*entries, indent, true);
  }
};

}  // namespace

std::string write_case(const Answer& root) {
  const auto* entries = root.entries();
  if (entries == nullptr || entries->empty()) return "{}\n";
  Writer writer;
  writer.mapping(*entries, 0, false);
  return std::move(writer.out);
}

}  // namespace dossier
