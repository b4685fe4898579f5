// Rules on annotations. The numbers are those of the Matterhorn protocol 1.1.
#include <algorithm>
#include <array>
#include <string_view>

#include "pdf/inspection.hpp"

namespace pdf {

namespace {

constexpr long long flag_hidden = 2;

// The elements that hold each annotation.
std::map<QPDFObjGen, std::size_t> holders(const StructureReading& structure) {
  std::map<QPDFObjGen, std::size_t> held;
  for (std::size_t index = 0; index < structure.elements.size(); ++index) {
    for (const auto& kid : structure.elements[index].kids) {
      if (kid.kind == StructureKid::Kind::object) {
        held.emplace(kid.object, index);
      }
    }
  }
  return held;
}

// ISO 32000-1, table 169.
bool is_known(std::string_view subtype) {
  constexpr std::array<std::string_view, 27> known{
      "/Text",    "/Link",     "/FreeText",  "/Line",        "/Square",         "/Circle",
      "/Polygon", "/PolyLine", "/Highlight", "/Underline",   "/Squiggly",       "/StrikeOut",
      "/Stamp",   "/Caret",    "/Ink",       "/Popup",       "/FileAttachment", "/Sound",
      "/Movie",   "/Widget",   "/Screen",    "/PrinterMark", "/TrapNet",        "/Watermark",
      "/3D",      "/Redact",   "/RichMedia"};
  return std::find(known.begin(), known.end(), subtype) != known.end();
}

std::string holder_type(std::string_view subtype) {
  return subtype == "/Link" ? "Link" : subtype == "/Widget" ? "Form" : "Annot";
}

class AnnotationRules {
 public:
  explicit AnnotationRules(const Inspection& inspection)
      : inspection_(inspection), holders_(holders(inspection.structure)) {}

  void run(Findings& findings) {
    for (const auto& annotation : inspection_.annotations) {
      check(annotation);
    }
    check_tabs();
    for (auto* rule : {&kinds_, &described_, &held_, &parents_, &addresses_, &tabs_}) {
      findings.push_back(rule->finish());
    }
  }

 private:
  void check(const Annotation& annotation) {
    const auto& [page, object] = annotation;
    const auto subtype = name_of(entry(object, "/Subtype"));
    const auto flags = integer_of(entry(object, "/F")).value_or(0);
    if (subtype == "/Popup" || (flags & flag_hidden) != 0) {
      return;
    }
    const auto holder = holders_.find(object.getObjGen());
    check_kind(page, object, subtype, holder != holders_.end());
    if (subtype == "/PrinterMark") return;
    check_description(page, object, subtype,
                      holder == holders_.end()
                          ? std::string()
                          : inspection_.structure.elements[holder->second].alternative);
    held_.applies();
    parents_.applies();
    if (holder == holders_.end()) {
      held_.fault(page, condition_of(subtype) + " : une annotation " +
                            subtype.substr(subtype.empty() ? 0 : 1) + " n’est dans aucun élément");
      return;
    }
    const auto& element = inspection_.structure.elements[holder->second];
    if (element.type != holder_type(subtype)) {
      held_.fault(page, condition_of(subtype) + " : une annotation est dans un élément " +
                            element.raw_type + " au lieu de " + holder_type(subtype));
    }
    check_parent(page, object, element);
    if (subtype == "/Link") {
      check_target(page, object);
    }
  }

  static std::string condition_of(const std::string& subtype) {
    return subtype == "/Link" ? "28-011" : subtype == "/Widget" ? "28-010" : "28-002";
  }

  void check_kind(std::size_t page, QPDFObjectHandle object, const std::string& subtype,
                  bool held) {
    kinds_.applies();
    if (!is_known(subtype)) kinds_.fault(page, "28-006 : une annotation est d’un genre inconnu");
    if (subtype == "/TrapNet") kinds_.fault(page, "28-007 : il y a un réseau de recouvrement");
    if (subtype == "/PrinterMark" && held) {
      kinds_.fault(page, "28-017 : une marque d’imprimeur est dans la structure");
    }
    auto file = entry(object, "/FS");
    if (subtype == "/FileAttachment" &&
        (!entry(file, "/F").isString() || !entry(file, "/UF").isString())) {
      kinds_.fault(page, "28-016 : un fichier joint n’a pas ses deux noms (F et UF)");
    }
    auto clip = entry(entry(entry(object, "/A"), "/R"), "/C");
    if (clip.isDictionary() && !entry(clip, "/CT").isString()) {
      kinds_.fault(page, "28-014 : un extrait sonore ou filmé ne dit pas son type (CT)");
    }
    if (clip.isDictionary() && !entry(clip, "/Alt").isArray()) {
      kinds_.fault(page, "28-015 : un extrait sonore ou filmé n’a pas de texte (Alt)");
    }
  }

  // `alternative`: of the element that holds it; enough, but for a link.
  void check_description(std::size_t page, QPDFObjectHandle object, const std::string& subtype,
                         const std::string& alternative) {
    described_.applies();
    const auto blank = [](const std::string& text) {
      return text.find_first_not_of(' ') == std::string::npos;
    };
    const bool field = subtype == "/Widget", link = subtype == "/Link";
    const auto text = text_of(entry(object, field ? "/TU" : "/Contents"));
    if (blank(text) && (link || blank(alternative))) {
      described_.fault(page, field  ? "28-005 : un champ n’a pas de nom lisible (TU)"
                             : link ? "28-012 : un lien n’a pas de description"
                                    : "28-004 : une annotation n’a pas de description");
    }
  }

  void check_parent(std::size_t page, QPDFObjectHandle object, const StructureElement& element) {
    const auto& tree = inspection_.structure.parent_tree;
    const auto found = tree.find(integer_of(entry(object, "/StructParent")).value_or(-1));
    if (found == tree.end() || found->second.getObjGen() != element.object) {
      parents_.fault(page, "l’arbre des parents ne mène pas d’une annotation à son élément");
    }
  }

  void check_target(std::size_t page, QPDFObjectHandle object) {
    addresses_.applies();
    auto action = entry(object, "/A");
    if (name_of(entry(action, "/S")) == "/URI") {
      auto address = entry(action, "/URI");
      const auto text = address.isString() ? address.getStringValue() : std::string();
      constexpr std::array<std::string_view, 3> schemes{"https://", "http://", "mailto:"};
      if (std::none_of(schemes.begin(), schemes.end(),
                       [&text](auto scheme) { return text.starts_with(scheme); })) {
        addresses_.fault(page, "un lien n’est ni http, ni https, ni mailto");
      }
      return;
    }
    auto place = entry(object, "/Dest");
    if (place.isNull()) {
      place = entry(action, "/D");
    }
    if (place.isNull()) {
      addresses_.fault(page, "un lien ne mène nulle part");
    } else if (place.isArray() &&
               (place.getArrayNItems() == 0 ||
                !inspection_.page_numbers.contains(place.getArrayItem(0).getObjGen()))) {
      addresses_.fault(page, "un lien mène à une page absente");
    }
  }

  void check_tabs() {
    for (const auto& annotation : inspection_.annotations) {
      tabs_.applies();
      if (annotation.page == last_page_) {
        continue;
      }
      last_page_ = annotation.page;
      auto tabs = entry(inspection_.pages[annotation.page - 1], "/Tabs");
      if (name_of(tabs) != "/S") {
        tabs_.fault(annotation.page,
                    tabs.isNull() ? "28-008 : Tabs manque" : "28-009 : Tabs n’est pas S");
      }
    }
  }

  const Inspection& inspection_;
  std::map<QPDFObjGen, std::size_t> holders_;
  std::size_t last_page_ = 0;
  Rule kinds_{"annotations-connues",
              "Les annotations sont de celles que les lecteurs connaissent (Matterhorn 28-006, "
              "28-007, 28-014 à 28-017)"};
  Rule described_{
      "annotations-decrites",
      "Les liens et les champs ont une description (Matterhorn 28-004, 28-005, 28-012)"};
  Rule held_{"annotations-balisees",
             "Les annotations sont dans la structure (Matterhorn 28-002, 28-010, 28-011)"};
  Rule parents_{"annotations-reliees", "Chaque annotation mène à son élément (StructParent)"};
  Rule addresses_{"liens", "Les liens mènent quelque part"};
  Rule tabs_{"ordre-de-tabulation",
             "La touche de tabulation suit la structure (Matterhorn 28-008, 28-009)"};
};

}  // namespace

void check_annotations(const Inspection& inspection, Findings& findings) {
  AnnotationRules(inspection).run(findings);
}

}  // namespace pdf
