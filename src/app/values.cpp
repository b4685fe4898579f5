#include "app/values.hpp"

#include "base/amount.hpp"
#include "base/text.hpp"

namespace app {

using templating::List;
using templating::Record;
using templating::Text;
using templating::Value;

namespace {

constexpr std::string_view no_break_space = "\u00A0";

}  // namespace

Value project_text(std::string text) { return Text{std::move(text), false}; }
Value user_text(std::string text) { return Text{std::move(text), true}; }

Value date_value(calendar::Date date) {
  return with_presence({{"longue", project_text(calendar::french(date))},
                        {"avec_jour", project_text(calendar::french_with_weekday(date))},
                        {"numérique", project_text(calendar::french_numeric(date))},
                        {"iso", project_text(calendar::iso(date))}});
}

Value amount_value(std::int64_t cents) {
  const std::string number = base::written_amount(cents);
  return with_presence({{"texte", project_text(number + std::string(no_break_space) + "€")},
                        {"nombre", project_text(number)}});
}

std::string french_hour(std::string_view hour) {
  const auto parts = base::split(hour, ':');
  std::string text =
      parts[0].starts_with('0') && parts[0].size() == 2 ? parts[0].substr(1) : parts[0];
  text += std::string(no_break_space) + "h";
  if (parts.size() > 1 && parts[1] != "00") text += std::string(no_break_space) + parts[1];
  return text;
}

Value ranked(std::vector<Record> records) {
  List list;
  for (std::size_t i = 0; i < records.size(); ++i) {
    Record& record = records[i];
    record.emplace_back("rang", project_text(std::to_string(i + 1)));
    record.emplace_back("premier", Value(i == 0));
    record.emplace_back("dernier", Value(i + 1 == records.size()));
    list.emplace_back(std::move(record));
  }
  return list;
}

Value text_list(const std::vector<std::string>& texts, bool user) {
  std::vector<Record> records;
  records.reserve(texts.size());
  for (const std::string& text : texts) records.push_back({{"texte", Text{text, user}}});
  return ranked(std::move(records));
}

bool is_empty(const Value& value) {
  if (std::holds_alternative<templating::Absent>(value.data)) return true;
  if (const bool* yes = std::get_if<bool>(&value.data)) return !*yes;
  if (const Text* text = std::get_if<Text>(&value.data)) return text->utf8.empty();
  if (const List* list = std::get_if<List>(&value.data)) return list->empty();
  return false;
}

Record with_presence(Record record) {
  Record flags;
  for (const auto& [name, value] : record) flags.emplace_back("a_" + name, Value(!is_empty(value)));
  record.insert(record.end(), std::make_move_iterator(flags.begin()),
                std::make_move_iterator(flags.end()));
  return record;
}

}  // namespace app
