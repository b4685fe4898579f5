// Rules on the content streams. The numbers are those of the Matterhorn protocol.
#include <set>
#include <utility>

#include "pdf/inspection.hpp"

namespace pdf {

namespace {

using SequenceName = std::pair<QPDFObjGen, int>;

// The elements that claim each numbered sequence.
std::map<SequenceName, std::vector<std::size_t>> claims(const StructureReading& structure) {
  std::map<SequenceName, std::vector<std::size_t>> owners;
  for (std::size_t index = 0; index < structure.elements.size(); ++index) {
    for (const auto& kid : structure.elements[index].kids) {
      if (kid.kind == StructureKid::Kind::sequence) {
        owners[{kid.owner, kid.number}].push_back(index);
      }
    }
  }
  return owners;
}

// The element that the parent tree names for a sequence; nothing if there is none.
std::optional<QPDFObjGen> parent_in_tree(const StructureReading& structure,
                                         const ContentReading& content, int number) {
  const auto found = structure.parent_tree.find(content.struct_parents.value_or(-1));
  if (found == structure.parent_tree.end()) {
    return std::nullopt;
  }
  auto array = found->second;
  if (!array.isArray() || number < 0 || number >= array.getArrayNItems()) {
    return std::nullopt;
  }
  auto element = array.getArrayItem(number);
  return element.isDictionary() ? std::optional(element.getObjGen()) : std::nullopt;
}

void check_correspondence(const Inspection& inspection, Findings& findings) {
  Rule rule("correspondance", "Chaque contenu balisé a son élément de structure, et inversement");
  const auto owners = claims(inspection.structure);
  std::set<SequenceName> present;
  for (const auto& content : inspection.contents) {
    std::set<int> numbers;
    for (const auto& sequence : content.sequences) {
      rule.applies();
      const auto number = std::to_string(sequence.number);
      if (!numbers.insert(sequence.number).second) {
        rule.fault(content.page, "deux contenus portent le numéro " + number);
      }
      present.insert({content.owner, sequence.number});
      const auto found = owners.find({content.owner, sequence.number});
      if (found == owners.end()) {
        rule.fault(content.page, "le contenu " + number + " n’est dans aucun élément");
        continue;
      }
      if (found->second.size() > 1) {
        rule.fault(content.page, "le contenu " + number + " est dans deux éléments");
      }
      const auto parent = parent_in_tree(inspection.structure, content, sequence.number);
      if (!parent || *parent != inspection.structure.elements[found->second.front()].object) {
        rule.fault(content.page, "l’arbre des parents (ParentTree) ne mène pas du contenu " +
                                     number + " à son élément");
      }
    }
  }
  for (const auto& [name, elements] : owners) {
    if (!present.contains(name)) {
      const auto& element = inspection.structure.elements[elements.front()];
      rule.fault(element.page, "un élément " + element.raw_type + " montre un contenu absent");
    }
  }
  findings.push_back(rule.finish());
}

// Forms (XObject) that pages show.
void check_forms(const Inspection& inspection, Findings& findings) {
  Rule rule("dessins-appeles", "Les dessins appelés ne brouillent pas la lecture (Matterhorn 30)");
  std::map<QPDFObjGen, int> uses;
  for (const auto& content : inspection.contents) {
    for (const auto& form : content.forms) {
      rule.applies();
      ++uses[form];
    }
    if (content.references > 0) {
      rule.fault(content.page, "30-001 : un dessin en appelle un autre fichier (Ref)");
    }
  }
  for (const auto& content : inspection.contents) {
    const auto used = uses.find(content.owner);
    if (used != uses.end() && used->second > 1 && !content.sequences.empty()) {
      rule.fault(content.page, "30-002 : un dessin qui a du contenu numéroté est montré deux fois");
    }
  }
  findings.push_back(rule.finish());
}

}  // namespace

void check_marks(const Inspection& inspection, Findings& findings) {
  Rule readable("contenu-lisible", "Le contenu des pages se lit");
  Rule marked("contenu-marque",
              "Tout ce qui est dessiné est balisé ou marqué comme décor (Matterhorn 01-005)");
  Rule balanced("marques-equilibrees", "Chaque marque ouverte est fermée");
  Rule nested("marques-separees",
              "Contenu et décor ne sont pas l’un dans l’autre (Matterhorn 01-003, 01-004)");
  Rule flat("marques-a-plat", "Aucun contenu numéroté n’est à l’intérieur d’un autre");
  for (const auto& content : inspection.contents) {
    readable.require(content.readable,
                     "page " + std::to_string(content.page) + " : contenu illisible");
    marked.applies();
    balanced.applies();
    nested.applies();
    flat.applies();
    if (content.unmarked > 0) {
      marked.fault(content.page,
                   std::to_string(content.unmarked) + " tracés ou textes sans marque (01-005)");
    }
    if (!content.balanced) {
      balanced.fault(content.page, "les BDC ou BMC et les EMC ne se répondent pas");
    }
    if (content.artifacts_in_content > 0) {
      nested.fault(content.page, "01-003 : un décor est dans un contenu");
    }
    if (content.content_in_artifacts > 0) {
      nested.fault(content.page, "01-004 : un contenu est dans un décor");
    }
    if (content.nested_sequences > 0) {
      flat.fault(content.page, "un contenu numéroté est dans un autre");
    }
  }
  for (auto* rule : {&readable, &marked, &balanced, &nested, &flat}) {
    findings.push_back(rule->finish());
  }
  check_forms(inspection, findings);
  check_correspondence(inspection, findings);
}

}  // namespace pdf
