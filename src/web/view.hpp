#pragma once

#include <string>
#include <utility>
#include <vector>

#include "templating/value.hpp"

// Short names for the values of a page.
namespace web {

using templating::Record;
using templating::Value;

[[nodiscard]] inline Value text(std::string value) {
  return templating::Text{std::move(value), false};
}

[[nodiscard]] inline Value list(std::vector<Record> records) {
  templating::List items;
  for (Record& record : records) items.emplace_back(std::move(record));
  return items;
}

// HTML made by the program; in a page, under a name that begins with "html_".
[[nodiscard]] inline Value html(std::string value) { return text(std::move(value)); }

}  // namespace web
