#include "web/message.hpp"

namespace web {
namespace {

std::string_view last(const std::vector<FormValue>& values, std::string_view name) {
  for (auto value = values.rbegin(); value != values.rend(); ++value) {
    if (value->name == name) return value->value;
  }
  return {};
}

}  // namespace

std::string_view Request::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : found->second;
}

std::string_view Request::query_value(std::string_view name) const { return last(query, name); }

std::string_view Request::form_value(std::string_view name) const { return last(form, name); }

Response plain_text(int status, std::string text) {
  return {status, "text/plain; charset=utf-8", std::move(text), {}};
}

}  // namespace web
