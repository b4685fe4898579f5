#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/typography.hpp"
#include "templating/value.hpp"

// Short names for the values of a page.
namespace web {

using templating::Record;
using templating::Value;

[[nodiscard]] inline Value text(std::string value) {
  return templating::Text{std::move(value), false};
}

// A sentence of the project (a title, a hint, the law), with the unbreakable spaces of French.
// Never a text typed by the user.
[[nodiscard]] inline Value prose(std::string_view sentence) {
  return text(document::typography(sentence));
}

[[nodiscard]] inline Value list(std::vector<Record> records) {
  templating::List items;
  for (Record& record : records) items.emplace_back(std::move(record));
  return items;
}

// HTML made by the program; in a page, under a name that begins with "html_".
[[nodiscard]] inline Value html(std::string value) { return text(std::move(value)); }

}  // namespace web
