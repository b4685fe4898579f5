#include <nlohmann/json.hpp>

#include "dossier/condition.hpp"
#include "web/field_view.hpp"

namespace web {
namespace {

using nlohmann::json;
using Operator = dossier::Condition::Operator;

const char* name_of(Operator operation) {
  switch (operation) {
    case Operator::equal:
    case Operator::one_of:
      return "parmi";
    case Operator::different:
      return "différent";
    case Operator::contains:
      return "contient";
    case Operator::present:
      return "présent";
    default:
      return nullptr;
  }
}

class Writer {
 public:
  Writer(const Step& step, const dossier::Evaluation& evaluation, const std::string& item_path)
      : step_(step), evaluation_(evaluation), item_path_(item_path) {}

  json write(const dossier::Condition& condition) const {
    switch (condition.operation) {
      case Operator::all:
        return {{"tous", parts(condition)}};
      case Operator::any:
        return {{"un_de", parts(condition)}};
      case Operator::negation:
        return {{"non", write(condition.parts.front())}};
      case Operator::named:
        if (const auto* named = step_.form->condition(condition.name)) return write(*named);
        return false;
      default:
        return leaf(condition);
    }
  }

 private:
  json parts(const dossier::Condition& condition) const {
    json list = json::array();
    for (const dossier::Condition& part : condition.parts) list.push_back(write(part));
    return list;
  }

  json leaf(const dossier::Condition& condition) const {
    const bool own = condition.field.starts_with('.');
    const std::string path = own ? item_path_ + condition.field : condition.field;
    const bool here = own || step_.shows(path);
    const char* operation = condition.other ? nullptr : name_of(condition.operation);
    // Dates and numbers are the server's business: unknown here, so shown.
    if (here && operation == nullptr) return nullptr;
    if (!here) return dossier::evaluate(condition, evaluation_);
    return {{"champ", path},
            {"opération", operation},
            {"valeurs", condition.values},
            {"oui", condition.yes}};
  }

  const Step& step_;
  const dossier::Evaluation& evaluation_;
  const std::string& item_path_;
};

}  // namespace

std::string condition_json(const dossier::Condition& condition, const Step& step,
                           const dossier::Evaluation& evaluation, const std::string& item_path) {
  const json written = Writer(step, evaluation, item_path).write(condition);
  return written.dump();
}

}  // namespace web
