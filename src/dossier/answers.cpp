#include "dossier/answers.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace dossier {
namespace {

// "2" → 1; nothing for anything but a position counted from 1.
std::optional<std::size_t> index_of(std::string_view part) {
  std::size_t position = 0;
  const auto result = std::from_chars(part.data(), part.data() + part.size(), position);
  if (result.ec != std::errc() || result.ptr != part.data() + part.size() || position == 0) {
    return std::nullopt;
  }
  return position - 1;
}

std::pair<std::string_view, std::string_view> first_part(std::string_view path) {
  const auto dot = path.find('.');
  if (dot == std::string_view::npos) return {path, {}};
  return {path.substr(0, dot), path.substr(dot + 1)};
}

}  // namespace

Answer::Answer(std::vector<Answer> items) : data(std::move(items)) {}
Answer::Answer(Entries entries) : data(std::move(entries)) {}

bool Answer::operator==(const Answer& other) const { return data == other.data; }

std::string_view Answer::text() const {
  const auto* text = std::get_if<std::string>(&data);
  return text == nullptr ? std::string_view() : *text;
}

const std::vector<Answer>* Answer::items() const { return std::get_if<std::vector<Answer>>(&data); }

const Answer::Entries* Answer::entries() const { return std::get_if<Entries>(&data); }

const Answer* Answer::find(std::string_view key) const {
  if (const Entries* all = entries()) {
    for (const NamedAnswer& entry : *all) {
      if (entry.name == key) return &entry.value;
    }
  }
  return nullptr;
}

bool Answer::blank() const {
  if (const auto* list = items()) {
    return std::all_of(list->begin(), list->end(), [](const Answer& item) { return item.blank(); });
  }
  if (const Entries* all = entries()) {
    return std::all_of(all->begin(), all->end(),
                       [](const NamedAnswer& entry) { return entry.value.blank(); });
  }
  return base::trim(text()).empty();
}

Answer answers(const yaml::Node& node) {
  if (node.is_sequence()) {
    std::vector<Answer> items;
    for (const yaml::Node& item : node.items()) items.push_back(answers(item));
    return items;
  }
  if (node.is_mapping()) {
    Answer::Entries entries;
    for (const yaml::Node::Entry& entry : node.entries()) {
      entries.push_back({entry.key, answers(entry.value)});
    }
    return entries;
  }
  return Answer(node.text());
}

const Answer* answer_at(const Answer& root, std::string_view path) {
  const Answer* current = &root;
  while (current != nullptr && !path.empty()) {
    const auto [part, rest] = first_part(path);
    if (const auto* list = current->items()) {
      const auto index = index_of(part);
      current = index && *index < list->size() ? &(*list)[*index] : nullptr;
    } else {
      current = current->find(part);
    }
    path = rest;
  }
  return current;
}

bool set_answer(Answer& root, std::string_view path, Answer value) {
  if (path.empty()) {
    root = std::move(value);
    return true;
  }
  const auto [part, rest] = first_part(path);
  const auto index = index_of(part);
  if (root.entries() == nullptr && root.items() == nullptr) {
    if (!root.text().empty()) return false;
    if (index) {
      root = Answer(std::vector<Answer>());
    } else {
      root = Answer(Answer::Entries());
    }
  }
  if (auto* list = std::get_if<std::vector<Answer>>(&root.data)) {
    if (!index || *index > list->size()) return false;
    if (*index == list->size()) list->emplace_back();
    return set_answer((*list)[*index], rest, std::move(value));
  }
  auto& entries = std::get<Answer::Entries>(root.data);
  for (NamedAnswer& entry : entries) {
    if (entry.name == part) return set_answer(entry.value, rest, std::move(value));
  }
  entries.push_back({std::string(part), {}});
  return set_answer(entries.back().value, rest, std::move(value));
}

void remove_answer(Answer& root, std::string_view path) {
  const auto [part, rest] = first_part(path);
  if (auto* list = std::get_if<std::vector<Answer>>(&root.data)) {
    const auto index = index_of(part);
    if (!index || *index >= list->size()) return;
    if (!rest.empty()) return remove_answer((*list)[*index], rest);
    list->erase(list->begin() + static_cast<std::ptrdiff_t>(*index));
  } else if (auto* entries = std::get_if<Answer::Entries>(&root.data)) {
    for (auto entry = entries->begin(); entry != entries->end(); ++entry) {
      if (entry->name != part) continue;
      if (!rest.empty()) return remove_answer(entry->value, rest);
      entries->erase(entry);
      return;
    }
  }
}

Answer without_blanks(Answer answer) {
  if (auto* list = std::get_if<std::vector<Answer>>(&answer.data)) {
    std::erase_if(*list, [](const Answer& item) { return item.blank(); });
    for (Answer& item : *list) item = without_blanks(std::move(item));
  } else if (auto* entries = std::get_if<Answer::Entries>(&answer.data)) {
    std::erase_if(*entries, [](const NamedAnswer& entry) { return entry.value.blank(); });
    for (NamedAnswer& entry : *entries) entry.value = without_blanks(std::move(entry.value));
  }
  return answer;
}

}  // namespace dossier
