#include "document/figure_words.hpp"

#include <vector>

#include "base/text.hpp"

namespace document {
namespace {

constexpr std::size_t few_values = 8;

std::string opening(std::string_view kind, std::string_view title) {
  return std::string(kind) + " «\u00A0" + std::string(title) + "\u00A0»";
}

std::string said(const BarChart& chart, const Bar& bar) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < bar.values.size(); ++i) {
    const std::string& written =
        bar.values[i].thousandths ? bar.values[i].written : std::string("sans valeur");
    values.push_back(chart.series.size() > 1 ? chart.series[i] + ", " + written : written);
  }
  return bar.label + (chart.series.size() > 1 ? " (" : ", ") + base::join(values, "\u00A0; ") +
         (chart.series.size() > 1 ? ")" : "");
}

// The least and the greatest bar of a series.
std::string extremes(const BarChart& chart, std::size_t series) {
  const Bar* least = nullptr;
  const Bar* greatest = nullptr;
  for (const Bar& bar : chart.bars) {
    const auto& value = bar.values[series].thousandths;
    if (!value) continue;
    if (least == nullptr || *value < *least->values[series].thousandths) least = &bar;
    if (greatest == nullptr || *value > *greatest->values[series].thousandths) greatest = &bar;
  }
  if (least == nullptr) return chart.series[series] + ", sans valeur";
  return chart.series[series] + ", de " + least->values[series].written + " (" + least->label +
         ") à " + greatest->values[series].written + " (" + greatest->label + ")";
}

struct Size {
  std::size_t questions = 0, answers = 0;
};

void count(const TreeNode& node, Size& size) {
  ++(node.branches.empty() ? size.answers : size.questions);
  for (const TreeNode& branch : node.branches) count(branch, size);
}

std::string counted(std::size_t number, std::string_view noun) {
  return std::to_string(number) + "\u00A0" + std::string(noun) + (number > 1 ? "s" : "");
}

}  // namespace

std::string words_of(const BarChart& chart, std::string_view title) {
  std::vector<std::string> parts;
  std::string breaks;
  for (const Bar& bar : chart.bars) {
    if (bar.breaks_series) breaks = " Rupture de série à partir de " + bar.label + ".";
  }
  const bool few = chart.bars.size() * chart.series.size() <= few_values;
  if (few) {
    for (const Bar& bar : chart.bars) parts.push_back(said(chart, bar));
  } else {
    for (std::size_t i = 0; i < chart.series.size(); ++i) parts.push_back(extremes(chart, i));
  }
  std::string text = opening("Diagramme en barres", title) + "\u00A0: ";
  if (!few) text += counted(chart.bars.size(), "ligne") + "\u00A0; ";
  text += base::join(parts, "\u00A0; ") + "." + breaks;
  if (!few) text += " Toutes les valeurs sont dans le tableau qui suit.";
  return text;
}

std::string words_of(const DecisionTree& tree, std::string_view title) {
  Size size;
  for (const TreeNode& root : tree.roots) count(root, size);
  std::string text = opening("Arbre de décision", title) + "\u00A0: ";
  for (const TreeNode& root : tree.roots) {
    if (root.branches.empty()) continue;
    text += root.text + " ";
    break;
  }
  return text + counted(size.questions, "question") + ", " + counted(size.answers, "réponse") +
         ", écrites dans la liste qui suit.";
}

std::string words_of(const Timeline& timeline, std::string_view title) {
  std::vector<std::string> parts;
  for (const TimelineEvent& event : timeline.events) {
    parts.push_back(event.date + ", " + event.label);
  }
  return opening("Frise", title) + "\u00A0: " + base::join(parts, "\u00A0; ") + ".";
}

}  // namespace document
