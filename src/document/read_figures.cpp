#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/text.hpp"
#include "document/figure_words.hpp"
#include "document/quantity.hpp"
#include "document/read_attributes.hpp"
#include "document/read_context.hpp"
#include "document/typography.hpp"
#include "document/words.hpp"

// Divs that are drawn: timelines, charts, decision trees. Their data stays in the document.
namespace document {
namespace {

constexpr std::size_t most_bars = 16;
constexpr std::size_t most_series = 2;  // told apart without colour: hollow and full
constexpr std::size_t deepest_tree = 6;
constexpr std::size_t most_nodes = 40;

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
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

bool has_verbatim(const Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& part) {
    const auto* text = std::get_if<Text>(&part.data);
    return text != nullptr && text->verbatim;
  });
}

// The words of inlines as a figure shows them: what a user typed stays as it is.
std::string shown(const Inlines& inlines) {
  const std::string words(base::trim(plain_text(inlines)));
  return has_verbatim(inlines) ? words : typography(words);
}

// The inlines of what holds one paragraph, or nothing.
const Inlines* only_paragraph(const Blocks& blocks) {
  if (blocks.size() != 1) return nullptr;
  const auto* paragraph = std::get_if<Paragraph>(&blocks.front().data);
  return paragraph == nullptr ? nullptr : &paragraph->content;
}

std::string shown(const Cell& cell) {
  const Inlines* content = only_paragraph(cell);
  return content == nullptr ? std::string() : shown(*content);
}

// « : » parts an answer from what follows in the list; the figure parts them otherwise.
std::string without_colon(const std::string& text) {
  for (const std::string_view colon : {":", "\u00A0:", "\u202F:"}) {
    if (text.starts_with(colon)) return std::string(base::trim(text.substr(colon.size())));
  }
  return text;
}

// What follows an answer begins a line of its own in the figure: with a capital.
std::string capitalised(std::string_view text) {
  std::size_t at = 0;
  char32_t first = text.empty() ? U' ' : base::next_code_point(text, at);
  const bool latin = first >= U'à' && first <= U'þ' && first != U'÷';
  if ((first >= U'a' && first <= U'z') || latin) first -= U'a' - U'A';
  std::string result;
  base::append_utf8(result, first);
  return result + std::string(text.substr(at));
}

class FigureReader {
 public:
  FigureReader(const Fence& fence, ReadContext& context) : fence_(fence), context_(context) {}

  Block timeline(const Blocks& content);
  Block chart(Blocks content);
  Block tree(Blocks content);

 private:
  void refuse_other_attributes(std::initializer_list<std::string_view> admitted);
  void event(const Blocks& item, bool free, Timeline& timeline);
  std::vector<std::size_t> value_columns(const Table& table);
  void bars(const Table& table, BarChart& chart);
  void node(const Blocks& item, std::size_t depth, std::vector<TreeNode>& nodes);
  [[nodiscard]] std::string title();
  [[nodiscard]] Block with_caption(Figure figure, Blocks data);
  [[nodiscard]] Attributes own_attributes(std::string_view class_name) const;
  void error(std::string message, std::string hint = {}) const {
    context_.error(fence_.line, std::move(message), std::move(hint));
  }

  const Fence& fence_;
  ReadContext& context_;
  std::size_t nodes_ = 0;
};

void FigureReader::refuse_other_attributes(std::initializer_list<std::string_view> admitted) {
  for (const auto& [name, value] : fence_.attributes.others) {
    if (std::find(admitted.begin(), admitted.end(), name) == admitted.end()) {
      error("l’attribut «\u00A0" + name + "\u00A0» n’a pas de sens ici.");
    }
  }
}

Attributes FigureReader::own_attributes(std::string_view class_name) const {
  Attributes attributes = fence_.attributes;
  std::erase(attributes.classes, class_name);
  attributes.others.clear();
  return attributes;
}

std::string FigureReader::title() {
  const std::string title = shown(split_at_marks(fence_.attributes.get("legende")));
  if (title.empty()) error("la figure n’a pas de légende.", "Ajoutez «\u00A0legende=\"…\"\u00A0».");
  return title;
}

// A div of the fence’s class: caption, figure, then the data.
Block FigureReader::with_caption(Figure figure, Blocks data) {
  Div caption;
  caption.attributes.classes.emplace_back("legende-figure");
  caption.content.push_back({Paragraph{split_at_marks(fence_.attributes.get("legende"))}});
  Div div;
  div.attributes = fence_.attributes;
  div.attributes.others.clear();
  div.content.push_back({std::move(caption)});
  div.content.push_back({std::move(figure)});
  std::move(data.begin(), data.end(), std::back_inserter(div.content));
  return {std::move(div)};
}

// ---- Timelines -----------------------------------------------------------------------------

void FigureReader::event(const Blocks& item, bool free, Timeline& timeline) {
  constexpr std::array kinds = {"depart", "echeance", "effet"};
  const Inlines* content = only_paragraph(item);
  const bool plain =
      content != nullptr && std::all_of(content->begin(), content->end(), [](const Inline& part) {
        return std::holds_alternative<Text>(part.data);
      });
  const std::string whole = plain ? plain_text(*content) : std::string();
  const auto first = whole.find('|');
  const auto second = first == std::string::npos ? first : whole.find('|', first + 1);
  if (second == std::string::npos) {
    error(
        "chaque élément de la frise s’écrit «\u00A0AAAA-MM-JJ | genre | libellé\u00A0», en texte "
        "simple.");
    return;
  }
  const auto field = [&](std::size_t from, std::size_t to) {
    return std::string(base::trim(std::string_view(whole).substr(from, to - from)));
  };
  TimelineEvent event{field(0, first), field(second + 1, whole.size()), field(first + 1, second)};
  if (free) {
    if (event.date.empty()) error("un élément de la frise n’a pas de repère.");
    event.date = typography(event.date);
    event.label = typography(event.label);
  } else if (!is_date(event.date)) {
    error("une date de la frise n’est pas une date AAAA-MM-JJ.");
  }
  if (std::find(kinds.begin(), kinds.end(), event.kind) == kinds.end()) {
    error(
        "le genre d’un élément de la frise est «\u00A0depart\u00A0», «\u00A0echeance\u00A0» ou "
        "«\u00A0effet\u00A0».");
  }
  if (event.label.empty()) error("un élément de la frise n’a pas de libellé.");
  timeline.events.push_back(std::move(event));
}

Block FigureReader::timeline(const Blocks& content) {
  const std::string_view marks = fence_.attributes.get("reperes");
  const bool free = marks == "libres";
  if (!marks.empty() && !free) error("«\u00A0reperes\u00A0» attend «\u00A0libres\u00A0».");
  if (free) {
    refuse_other_attributes({"reperes", "legende"});
  } else {
    refuse_other_attributes({"alternative", "reperes"});
  }
  Figure figure;
  Timeline timeline;
  const auto* list = content.size() == 1 ? std::get_if<BulletList>(&content.front().data) : nullptr;
  if (list == nullptr) {
    error("un bloc «\u00A0frise\u00A0» entoure une liste à puces, et rien d’autre.");
  } else {
    for (const Blocks& item : list->items) event(item, free, timeline);
  }
  if (free) {
    figure.alternative = words_of(timeline, title());
    figure.content = std::move(timeline);
    return with_caption(std::move(figure), {});
  }
  figure.attributes = own_attributes("frise");
  figure.alternative = without_marks(fence_.attributes.get("alternative"));
  if (figure.alternative.empty()) {
    error("la frise n’a pas d’équivalent textuel.",
          "Ajoutez «\u00A0alternative=\"…\"\u00A0» : ce que montre la frise, en une phrase.");
  }
  std::stable_sort(timeline.events.begin(), timeline.events.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  figure.content = std::move(timeline);
  return {std::move(figure)};
}

// ---- Charts --------------------------------------------------------------------------------

// The columns that are drawn, the first being 0: those named, else all but the first.
std::vector<std::size_t> FigureReader::value_columns(const Table& table) {
  std::vector<std::size_t> columns;
  const std::string_view given = fence_.attributes.get("valeurs");
  if (given.empty()) {
    for (std::size_t i = 1; i < table.columns.size(); ++i) columns.push_back(i);
  } else {
    for (const std::string& part : base::split(given, ' ')) {
      const auto column = number(part);
      if (!column || *column < 2 || static_cast<std::size_t>(*column) > table.columns.size()) {
        error("«\u00A0valeurs\u00A0» attend les numéros des colonnes à dessiner, à partir de 2.");
        return {};
      }
      columns.push_back(static_cast<std::size_t>(*column) - 1);
    }
  }
  if (columns.empty() || columns.size() > most_series) {
    error("un graphique dessine une ou deux colonnes de nombres.",
          "Choisissez-les\u00A0: valeurs=\"2\" ou valeurs=\"2 3\".");
    return {};
  }
  return columns;
}

void FigureReader::bars(const Table& table, BarChart& chart) {
  const auto columns = value_columns(table);
  if (columns.empty()) return;
  if (table.header.empty()) {
    error("le tableau d’un graphique a une ligne d’en-têtes\u00A0: elle nomme ce qui est compté.");
    return;
  }
  for (const std::size_t column : columns) chart.series.push_back(shown(table.header.at(column)));
  const std::string unit = without_marks(fence_.attributes.get("unite"));
  bool some = false;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string where = "ligne " + std::to_string(row + 1) + " du graphique\u00A0: ";
    Bar bar{shown(table.rows[row].front()), {}, false};
    if (bar.label.empty()) error(where + "la première cellule, qui nomme la barre, est vide.");
    for (const std::size_t column : columns) {
      auto value = read_quantity(shown(table.rows[row][column]), unit);
      if (!value) {
        error(where + "un nombre est attendu, dans l’unité du graphique.",
              unit == duration_unit
                  ? "Écrivez par exemple «\u00A06 mois\u00A0» ou «\u00A05 ans\u00A0», ou "
                    "«\u00A0—\u00A0» s’il n’y en a pas."
                  : "Écrivez par exemple «\u00A01 720\u00A0» ou «\u00A09,5\u00A0», ou "
                    "«\u00A0—\u00A0» s’il n’y en a pas.");
        value = Quantity{};
      }
      some = some || value->thousandths.has_value();
      bar.values.push_back(std::move(*value));
    }
    chart.bars.push_back(std::move(bar));
  }
  if (!some) error("le graphique est vide\u00A0: aucun nombre à dessiner.");
  if (chart.bars.size() > most_bars) {
    error("trop de barres\u00A0: " + std::to_string(chart.bars.size()) + ", pour " +
              std::to_string(most_bars) + " au plus.",
          "Partagez le tableau en plusieurs graphiques.");
  }
}

Block FigureReader::chart(Blocks content) {
  refuse_other_attributes(
      {"type", "legende", "unite", "valeurs", "rupture", "colonnes", "entetes-lignes"});
  const std::string name = title();
  if (fence_.attributes.get("type") != "barres") {
    error("le type d’un graphique est «\u00A0barres\u00A0».", "Écrivez type=\"barres\".");
  }
  if (fence_.attributes.get("unite").empty()) {
    error("le graphique n’a pas d’unité.",
          "Ajoutez par exemple unite=\"faits\", unite=\"%\" ou unite=\"durée\".");
  }
  auto* table = content.empty() ? nullptr : std::get_if<Table>(&content.front().data);
  const bool only_sources =
      table != nullptr && std::all_of(content.begin() + 1, content.end(), [](const Block& block) {
        return std::holds_alternative<Paragraph>(block.data);
      });
  if (!only_sources) {
    error("un bloc «\u00A0graphique\u00A0» entoure un tableau, et un seul, puis sa source.");
    return {Div{fence_.attributes, std::move(content)}};
  }
  shape_table(fence_, *table, context_);
  table->caption = {{Text{"Données du graphique «\u00A0" + name + "\u00A0»", false}}};
  BarChart chart;
  bars(*table, chart);
  const std::string broken = shown(split_at_marks(fence_.attributes.get("rupture")));
  if (!broken.empty()) {
    const auto bar = std::find_if(chart.bars.begin(), chart.bars.end(),
                                  [&](const Bar& one) { return one.label == broken; });
    if (bar == chart.bars.end() || bar == chart.bars.begin()) {
      error("«\u00A0rupture\u00A0» attend le nom d’une barre, qui n’est pas la première.",
            "C’est celle qui n’est plus comptée comme les précédentes.");
    } else {
      bar->breaks_series = true;
    }
  }
  Figure figure;
  figure.alternative = words_of(chart, name);
  figure.content = std::move(chart);
  return with_caption(std::move(figure), std::move(content));
}

// ---- Decision trees ------------------------------------------------------------------------

// « **Réponse**, question ou conseil », then the branches in a list.
void FigureReader::node(const Blocks& item, std::size_t depth, std::vector<TreeNode>& nodes) {
  if (depth > deepest_tree) {
    error("arbre trop profond\u00A0: " + std::to_string(deepest_tree) + " niveaux au plus.",
          "Partagez-le en plusieurs arbres.");
    return;
  }
  ++nodes_;
  const auto* paragraph = item.empty() ? nullptr : std::get_if<Paragraph>(&item.front().data);
  const auto* list = item.size() == 2 ? std::get_if<BulletList>(&item.back().data) : nullptr;
  if (paragraph == nullptr || (item.size() > 1 && list == nullptr)) {
    error("un élément de l’arbre est une phrase, suivie ou non d’une liste à puces.");
    return;
  }
  TreeNode made;
  Inlines text = paragraph->content;
  if (!text.empty() && std::holds_alternative<Strong>(text.front().data)) {
    made.answer = shown(std::get<Strong>(text.front().data).content);
    text.erase(text.begin());
  }
  made.text = without_colon(shown(text));
  if (!made.answer.empty() && !made.text.empty()) made.text = capitalised(made.text);
  if (made.text.empty()) error("un élément de l’arbre n’a pas de texte après sa réponse.");
  if (list != nullptr) {
    for (const Blocks& branch : list->items) node(branch, depth + 1, made.branches);
  }
  nodes.push_back(std::move(made));
}

Block FigureReader::tree(Blocks content) {
  refuse_other_attributes({"legende"});
  const std::string name = title();
  const auto* list = content.size() == 1 ? std::get_if<BulletList>(&content.front().data) : nullptr;
  if (list == nullptr) {
    error("un bloc «\u00A0arbre\u00A0» entoure une liste à puces, et rien d’autre.");
    return {Div{fence_.attributes, std::move(content)}};
  }
  DecisionTree tree;
  for (const Blocks& item : list->items) node(item, 1, tree.roots);
  if (nodes_ > most_nodes) {
    error("arbre trop grand\u00A0: " + std::to_string(nodes_) + " éléments, pour " +
              std::to_string(most_nodes) + " au plus.",
          "Partagez-le en plusieurs arbres.");
  }
  const bool asks = std::any_of(tree.roots.begin(), tree.roots.end(),
                                [](const TreeNode& root) { return !root.branches.empty(); });
  if (!asks) error("l’arbre ne pose aucune question.", "Mettez les réponses en retrait dessous.");
  Figure figure;
  figure.alternative = words_of(tree, name);
  figure.content = std::move(tree);
  return with_caption(std::move(figure), std::move(content));
}

}  // namespace

bool is_figure(const Fence& fence) {
  const auto& attributes = fence.attributes;
  return attributes.has_class("frise") || attributes.has_class("graphique") ||
         attributes.has_class("arbre");
}

Block read_figure(const Fence& fence, Blocks content, ReadContext& context) {
  FigureReader reader(fence, context);
  if (fence.attributes.has_class("graphique")) return reader.chart(std::move(content));
  if (fence.attributes.has_class("arbre")) return reader.tree(std::move(content));
  return reader.timeline(content);
}

}  // namespace document
