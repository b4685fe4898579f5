#include "web/form_data.hpp"

#include "base/text.hpp"

namespace web {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool acceptable(std::string_view text) {
  return text.find('\0') == std::string_view::npos && !base::invalid_utf8(text);
}

}  // namespace

std::string percent_decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 &&
               digit_of(text[i + 2]) >= 0) {
      out += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
    if (kept) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += "0123456789ABCDEF"[byte >> 4U];
      out += "0123456789ABCDEF"[byte & 0xFU];
    }
  }
  return out;
}

std::optional<std::vector<FormValue>> read_urlencoded(std::string_view body) {
  std::vector<FormValue> values;
  while (!body.empty()) {
    const auto end = body.find('&');
    const std::string_view pair = body.substr(0, end);
    body = end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    FormValue value{percent_decoded(pair.substr(0, equals), true),
                    equals == std::string_view::npos
                        ? std::string()
                        : percent_decoded(pair.substr(equals + 1), true)};
    if (!acceptable(value.name) || !acceptable(value.value)) return std::nullopt;
    values.push_back(std::move(value));
    if (values.size() > maximum_fields) return std::nullopt;
  }
  return values;
}

}  // namespace web
