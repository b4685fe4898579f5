#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace templating {

struct Value;

// A field that the form declares and the case file does not give. False as a section; printing
// it is a mistake that names the field (or a visible mark in a draft).
struct Absent {
  std::string label;  // « Date des faits »
  std::string path;   // faits.date
};

// Text typed by a user is kept character for character: it is marked so that no later stage
// (typography) changes it. Text of the project (dates, amounts, law) is not marked.
struct Text {
  std::string utf8;
  bool user = false;
};

using List = std::vector<Value>;
using Record = std::vector<std::pair<std::string, Value>>;

// What a template may name. Names are accented French; a Record never holds a name twice.
struct Value {
  std::variant<Absent, bool, Text, List, Record> data;

  Value() : data(Absent{}) {}
  Value(Absent absent) : data(std::move(absent)) {}
  Value(bool yes) : data(yes) {}
  Value(Text text) : data(std::move(text)) {}
  Value(List list) : data(std::move(list)) {}
  Value(Record record) : data(std::move(record)) {}
};

}  // namespace templating
