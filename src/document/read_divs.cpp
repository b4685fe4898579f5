#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/text.hpp"
#include "document/read_attributes.hpp"
#include "document/read_context.hpp"

// Divs that stand for something else: a table with its caption, a timeline, a box with its name.
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
  Block timeline(Blocks content);

 private:
  void widths(Table& table);
  void totals(Table& table);
  void carried(Table& table);
  void row_headers(Table& table);
  void refuse_other_attributes(std::initializer_list<std::string_view> admitted);
  void event(const Blocks& item, Timeline& timeline);
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
  widths(table);
  totals(table);
  carried(table);
  row_headers(table);
  return {std::move(table)};
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

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = number(text.substr(0, 4));
  // from_chars reads "05" as 5.
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  return year && month && day &&
         std::chrono::year_month_day(std::chrono::year(*year),
                                     std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
             .ok();
}

// The text of an item made of one paragraph of plain text.
std::optional<std::string> plain_item(const Blocks& item) {
  if (item.size() != 1) return std::nullopt;
  const auto* paragraph = std::get_if<Paragraph>(&item.front().data);
  if (paragraph == nullptr) return std::nullopt;
  std::string result;
  for (const Inline& part : paragraph->content) {
    const auto* text = std::get_if<Text>(&part.data);
    if (text == nullptr) return std::nullopt;
    result += text->utf8;
  }
  return result;
}

void DivReader::event(const Blocks& item, Timeline& timeline) {
  constexpr std::array kinds = {"depart", "echeance", "effet"};
  const auto text = plain_item(item);
  const auto first = text ? text->find('|') : std::string::npos;
  const auto second = first == std::string::npos ? first : text->find('|', first + 1);
  if (second == std::string::npos) {
    error("chaque élément de la frise s’écrit « AAAA-MM-JJ | genre | libellé », en texte simple.");
    return;
  }
  const std::string_view whole = *text;
  TimelineEvent event{std::string(base::trim(whole.substr(0, first))),
                      std::string(base::trim(whole.substr(second + 1))),
                      std::string(base::trim(whole.substr(first + 1, second - first - 1)))};
  if (!is_date(event.date)) error("une date de la frise n’est pas une date AAAA-MM-JJ.");
  if (std::find(kinds.begin(), kinds.end(), event.kind) == kinds.end()) {
    error("le genre d’un élément de la frise est « depart », « echeance » ou « effet ».");
  }
  if (event.label.empty()) error("un élément de la frise n’a pas de libellé.");
  timeline.events.push_back(std::move(event));
}

Block DivReader::timeline(Blocks content) {
  refuse_other_attributes({"alternative"});
  Timeline timeline;
  timeline.attributes = without(fence_.attributes, "frise");
  timeline.alternative = without_marks(fence_.attributes.get("alternative"));
  if (timeline.alternative.empty()) {
    error("la frise n’a pas d’équivalent textuel.",
          "Ajoutez « alternative=\"…\" » : ce que montre la frise, en une phrase.");
  }
  const auto* list = content.size() == 1 ? std::get_if<BulletList>(&content.front().data) : nullptr;
  if (list == nullptr) {
    error("un bloc « frise » entoure une liste à puces, et rien d’autre.");
    return {std::move(timeline)};
  }
  for (const Blocks& item : list->items) event(item, timeline);
  std::stable_sort(timeline.events.begin(), timeline.events.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return {std::move(timeline)};
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

Block read_div(const Fence& fence, Blocks content, ReadContext& context) {
  if (fence.attributes.has_class("tableau")) {
    return DivReader(fence, context).table(std::move(content));
  }
  if (fence.attributes.has_class("frise")) {
    return DivReader(fence, context).timeline(std::move(content));
  }
  name_box(fence.attributes, content);
  Div div{fence.attributes, std::move(content)};
  for (auto& [name, value] : div.attributes.others) value = without_marks(value);
  return {std::move(div)};
}

}  // namespace document
