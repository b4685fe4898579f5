#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "yaml/node.hpp"

namespace dossier {

struct NamedAnswer;

// A case file as it was typed, right or wrong: what the web page carries from one question to the
// next, so that nothing typed is lost. `check` says what is wrong in it, once it is written as
// YAML (write_case).
struct Answer {
  using Entries = std::vector<NamedAnswer>;
  std::variant<std::string, std::vector<Answer>, Entries> data;

  Answer() = default;
  Answer(std::string text) : data(std::move(text)) {}
  Answer(std::vector<Answer> items);
  Answer(Entries entries);

  // The three are null, or empty, when the answer is of another kind.
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] const std::vector<Answer>* items() const;
  [[nodiscard]] const Entries* entries() const;
  [[nodiscard]] const Answer* find(std::string_view key) const;

  // True if it holds no text but blanks, at any depth.
  [[nodiscard]] bool blank() const;

  bool operator==(const Answer& other) const;
};

struct NamedAnswer {
  std::string name;
  Answer value;
  bool operator==(const NamedAnswer&) const = default;
};

// The same tree: an absent value becomes an empty text.
[[nodiscard]] Answer answers(const yaml::Node& node);

// The answer at a dotted path ("témoins.2.nom": items count from 1), or nothing.
[[nodiscard]] const Answer* answer_at(const Answer& root, std::string_view path);
// Puts a value at a path, making the mappings on the way. A position one past the end of a list
// adds an item; further positions, or a step through a text, are refused (false).
bool set_answer(Answer& root, std::string_view path, Answer value);
// Takes away the value at a path, if there is one.
void remove_answer(Answer& root, std::string_view path);

// Without the blank items of lists and the blank entries of records, at any depth.
[[nodiscard]] Answer without_blanks(Answer answer);

}  // namespace dossier
