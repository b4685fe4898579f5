#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "document/read_attributes.hpp"
#include "document/read_context.hpp"

// Divs that stand for something else: a table with its caption, a box with its name; the
// figures are in read_figures.cpp.
namespace document {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
}

Attributes without(Attributes attributes, std::string_view class_name) {
  std::erase(attributes.classes, class_name);
  attributes.others.clear();
  return attributes;
}

class DivReader {
 public:
  DivReader(const Fence& fence, ReadContext& context) : fence_(fence), context_(context) {}

  Block table(Blocks content);
  // What the attributes say of the table, its caption apart.
  void shape(Table& table);

 private:
  void widths(Table& table);
  void totals(Table& table);
  void carried(Table& table);
  void row_headers(Table& table);
  void refuse_other_attributes(std::initializer_list<std::string_view> admitted);
  void error(std::string message, std::string hint = {}) const {
    context_.error(fence_.line, std::move(message), std::move(hint));
  }

  const Fence& fence_;
  ReadContext& context_;
};

void DivReader::refuse_other_attributes(std::initializer_list<std::string_view> admitted) {
  for (const auto& [name, value] : fence_.attributes.others) {
    if (std::find(admitted.begin(), admitted.end(), name) == admitted.end()) {
      error("l’attribut « " + name + " » n’a pas de sens ici.");
    }
  }
}

Block DivReader::table(Blocks content) {
  auto* found = content.size() == 1 ? std::get_if<Table>(&content.front().data) : nullptr;
  if (found == nullptr) {
    error("un bloc « tableau » entoure un tableau, et rien d’autre.");
    return {Div{fence_.attributes, std::move(content)}};
  }
  Table table = std::move(*found);
  refuse_other_attributes({"legende", "colonnes", "total", "reports", "entetes-lignes"});
  table.attributes = without(fence_.attributes, "tableau");
  table.caption = split_at_marks(fence_.attributes.get("legende"));
  shape(table);
  return {std::move(table)};
}

void DivReader::shape(Table& table) {
  widths(table);
  totals(table);
  carried(table);
  row_headers(table);
}

void DivReader::widths(Table& table) {
  const std::string_view given = fence_.attributes.get("colonnes");
  if (given.empty()) return;
  std::vector<int> parts;
  for (const std::string& part : base::split(given, ' ')) {
    const auto width = number(part);
    if (!width || *width > 1000) {
      error("« colonnes » attend des nombres entiers de 1 à 1000 séparés par une espace.");
      return;
    }
    parts.push_back(*width);
  }
  if (parts.size() != table.columns.size()) {
    error("« colonnes » donne " + std::to_string(parts.size()) + " largeurs pour " +
          std::to_string(table.columns.size()) + " colonnes.");
    return;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) table.columns[i].width = parts[i];
}

void DivReader::totals(Table& table) {
  const std::string_view given = fence_.attributes.get("total");
  if (given.empty()) return;
  const auto count = number(given);
  if (!count || static_cast<std::size_t>(*count) > table.rows.size()) {
    error("« total » attend le nombre des dernières lignes qui sont des totaux.");
    return;
  }
  for (std::size_t i = table.rows.size() - static_cast<std::size_t>(*count); i < table.rows.size();
       ++i) {
    table.total_rows.push_back(i);
  }
}

void DivReader::carried(Table& table) {
  const std::string_view given = fence_.attributes.get("reports");
  if (given.empty()) return;
  for (const std::string& part : base::split(given, ' ')) {
    const auto column = number(part);
    // The columns before the first one hold the words « à reporter ».
    if (!column || *column < 2 || static_cast<std::size_t>(*column) > table.columns.size()) {
      error("« reports » attend les numéros des colonnes de montants à reporter, à partir de 2.");
      return;
    }
    table.columns[static_cast<std::size_t>(*column) - 1].carried = true;
  }
}

void DivReader::row_headers(Table& table) {
  const std::string_view given = fence_.attributes.get("entetes-lignes");
  if (given.empty() || given == "non") return;
  if (given != "oui") error("« entetes-lignes » attend « oui » ou « non ».");
  table.row_headers = true;
}

// The name that a box shows if it has neither a title of its own nor a heading.
std::string_view box_name(const Attributes& attributes) {
  struct Box {
    const char* class_name;
    const char* name;
  };
  constexpr std::array boxes = {Box{"en-bref", "En bref"}, Box{"attention", "Attention"},
                                Box{"que-faire", "Que faire"}, Box{"a-verifier", "À vérifier"},
                                Box{"information", "Information"}};
  for (const Box& box : boxes) {
    if (attributes.has_class(box.class_name)) return box.name;
  }
  return {};
}

void name_box(const Attributes& attributes, Blocks& content) {
  const bool headed = !content.empty() && std::holds_alternative<Heading>(content.front().data);
  Inlines name = split_at_marks(attributes.get("titre"));
  if (name.empty()) {
    if (headed || box_name(attributes).empty()) return;
    name.push_back({Text{std::string(box_name(attributes)), false}});
  }
  Inlines strong;
  strong.push_back({Strong{std::move(name)}});
  Div title;
  title.attributes.classes.emplace_back("titre-encadre");
  title.content.push_back({Paragraph{std::move(strong)}});
  content.insert(content.begin(), {std::move(title)});
}

}  // namespace

void shape_table(const Fence& fence, Table& table, ReadContext& context) {
  DivReader(fence, context).shape(table);
}

Block read_div(const Fence& fence, Blocks content, ReadContext& context) {
  if (fence.attributes.has_class("tableau")) {
    return DivReader(fence, context).table(std::move(content));
  }
  if (is_figure(fence)) return read_figure(fence, std::move(content), context);
  name_box(fence.attributes, content);
  Div div{fence.attributes, std::move(content)};
  for (auto& [name, value] : div.attributes.others) value = without_marks(value);
  return {std::move(div)};
}

}  // namespace document
