// Rules on the structure tree. The numbers are those of the Matterhorn protocol 1.1.
#include <algorithm>
#include <initializer_list>
#include <set>
#include <string_view>

#include "pdf/inspection.hpp"

namespace pdf {

namespace {

using Types = std::initializer_list<std::string_view>;

bool among(const std::string& type, Types types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

// 1 to 6; 0 for what is no numbered heading.
int heading_level(const std::string& type) {
  return type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6' ? type[1] - '0' : 0;
}

std::string parent_type(const StructureReading& structure, const StructureElement& element) {
  return element.parent ? structure.elements[*element.parent].type : std::string();
}

void check_types(const StructureReading& structure, Findings& findings) {
  Rule rule("types-connus",
            "Les éléments ont un type standard, ou un équivalent (Matterhorn 02-001 à 02-004)");
  std::set<std::string> told;
  for (const auto& element : structure.elements) {
    rule.applies();
    if (!is_standard_type(element.type) && told.insert(element.raw_type).second) {
      rule.fault(element.page, std::string(element.type.empty() ? "02-003" : "02-001") +
                                   " : le type « " + element.raw_type + " » n’est pas standard");
    }
  }
  for (const auto& [type, target] : structure.role_map) {
    if (is_standard_type(type)) {
      rule.fault("02-004 : le type standard « " + type + " » est redéfini");
    }
  }
  findings.push_back(rule.finish());

  Rule tree("arbre-sain", "La structure est un arbre");
  if (structure.present) {
    tree.require(!structure.elements.empty(), "l’arbre de structure est vide");
    for (const auto& fault : structure.faults) {
      tree.fault(fault);
    }
  }
  findings.push_back(tree.finish());
}

void check_headings(const StructureReading& structure, Findings& findings) {
  Rule rule("titres",
            "Les titres commencent au niveau 1 et n’en sautent aucun (Matterhorn 14-002, 14-003, "
            "14-006, 14-007)");
  Rule filled("titres-non-vides", "Les titres ont un texte");
  int last = 0;
  std::set<std::size_t> with_heading;
  bool unnumbered = false, numbered = false;
  for (const auto& element : structure.elements) {
    if (element.type == "H") {
      unnumbered = true;
      rule.applies();
      if (element.parent && !with_heading.insert(*element.parent).second) {
        rule.fault(element.page, "14-006 : deux titres H dans le même élément");
      }
    }
    const auto level = heading_level(element.type);
    if (level == 0) {
      continue;
    }
    numbered = true;
    rule.applies();
    filled.applies();
    if (level > last + 1) {
      rule.fault(element.page,
                 last == 0 ? "14-002 : le premier titre est de niveau " + std::to_string(level)
                           : "14-003 : un titre de niveau " + std::to_string(level) +
                                 " suit un titre de niveau " + std::to_string(last));
    }
    if (element.kids.empty()) {
      filled.fault(element.page, "un titre de niveau " + std::to_string(level) + " est vide");
    }
    last = level;
  }
  if (unnumbered && numbered) {
    rule.fault("14-007 : des titres H et des titres numérotés sont mêlés");
  }
  findings.push_back(rule.finish());
  findings.push_back(filled.finish());
}

void check_figures(const StructureReading& structure, Findings& findings) {
  Rule rule("figures-alternative",
            "Les figures et formules ont un texte de remplacement (Matterhorn 13-004, 17-002)");
  for (const auto& element : structure.elements) {
    if (!among(element.type, {"Figure", "Formula"})) {
      continue;
    }
    rule.applies();
    const auto& text = element.alternative.empty() ? element.actual_text : element.alternative;
    if (text.find_first_not_of(' ') == std::string::npos) {
      rule.fault(element.page, std::string(element.type == "Figure" ? "13-004" : "17-002") +
                                   " : une figure n’a pas de texte de remplacement");
    }
  }
  findings.push_back(rule.finish());
}

// Which parents an element may have; nothing for those that may stand anywhere.
void check_nesting(const StructureReading& structure, Findings& findings) {
  Rule lists("listes", "Les listes ont leurs éléments, et eux seuls (Matterhorn 09-005)");
  Rule contents("table-des-matieres",
                "La table des matières a ses entrées, et elles seules (Matterhorn 09-006)");
  const auto expect_parent = [&](Rule& rule, const StructureElement& element, Types parents) {
    rule.applies();
    const std::string condition = &rule == &lists ? "09-005 : " : "09-006 : ";
    const auto parent = parent_type(structure, element);
    if (!among(parent, parents)) {
      rule.fault(element.page,
                 condition + element.type + " dans " + (parent.empty() ? "rien" : parent));
    }
  };
  for (const auto& element : structure.elements) {
    const auto parent = parent_type(structure, element);
    if (parent == "L" && !among(element.type, {"LI", "Caption", "L"})) {
      lists.fault(element.page, "09-005 : " + element.raw_type + " directement dans une liste");
    }
    if (parent == "LI" && !among(element.type, {"Lbl", "LBody"})) {
      lists.fault(element.page,
                  "09-005 : " + element.raw_type + " directement dans un élément de liste");
    }
    if (parent == "TOC" && !among(element.type, {"TOCI", "TOC", "Caption"})) {
      contents.fault(element.page, "09-006 : " + element.raw_type + " directement dans la table");
    }
    if (element.type == "L") {
      lists.applies();
    } else if (element.type == "LI") {
      expect_parent(lists, element, {"L"});
    } else if (element.type == "LBody") {
      expect_parent(lists, element, {"LI"});
    } else if (element.type == "TOCI") {
      expect_parent(contents, element, {"TOC"});
    }
  }
  findings.push_back(lists.finish());
  findings.push_back(contents.finish());
}

// Glosses of East Asian texts.
void check_glosses(const StructureReading& structure, Findings& findings) {
  Rule rule("gloses", "Les gloses (Ruby, Warichu) ont leurs parties (Matterhorn 09-007, 09-008)");
  for (const auto& element : structure.elements) {
    const auto parent = parent_type(structure, element);
    const bool ruby = among(element.type, {"RB", "RT", "RP"});
    const bool warichu = among(element.type, {"WT", "WP"});
    if (ruby || parent == "Ruby") {
      rule.require(ruby && parent == "Ruby",
                   "09-007 : " + element.raw_type + " dans " + (parent.empty() ? "rien" : parent));
    }
    if (warichu || parent == "Warichu") {
      rule.require(warichu && parent == "Warichu",
                   "09-008 : " + element.raw_type + " dans " + (parent.empty() ? "rien" : parent));
    }
  }
  findings.push_back(rule.finish());
}

void check_notes(const StructureReading& structure, Findings& findings) {
  Rule rule("notes", "Chaque note a un identifiant unique (Matterhorn 19-003, 19-004)");
  std::set<std::string> identifiers;
  for (const auto& element : structure.elements) {
    if (!element.id.empty() && !identifiers.insert(element.id).second) {
      rule.fault(element.page, "19-004 : deux éléments portent le même identifiant");
    }
    if (element.type == "Note") {
      rule.applies();
      if (element.id.empty()) {
        rule.fault(element.page, "19-003 : une note n’a pas d’identifiant");
      }
    }
  }
  findings.push_back(rule.finish());
}

}  // namespace

void check_tree(const Inspection& inspection, Findings& findings) {
  const auto& structure = inspection.structure;
  check_types(structure, findings);
  check_headings(structure, findings);
  check_figures(structure, findings);
  check_nesting(structure, findings);
  check_glosses(structure, findings);
  check_notes(structure, findings);
}

}  // namespace pdf
