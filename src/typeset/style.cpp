#include "typeset/style.hpp"

#include "base/text.hpp"
#include "typeset/style_values.hpp"

namespace typeset {
namespace {

using Keys = std::vector<std::string>;

class StyleReader {
 public:
  explicit StyleReader(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  Style read(const yaml::Node& root, std::string_view name) {
    check(root, {"style", "page", "polices", "texte", "filets", "liens", "titres", "listes",
                 "citation", "notes", "légendes", "tableaux", "blocs", "en_tête", "pied", "folios",
                 "couverture", "sommaire"});
    style_.name = yaml::required_text(root, "style", base::Kind::content, diagnostics_);
    if (style_.name != name) {
      diagnostics_.error(base::Kind::content, root["style"].position(),
                         "« style » doit répéter le nom du fichier : " + std::string(name));
    }
    page(root["page"]);
    families(root["polices"]);
    text(root["texte"]);
    headings(root["titres"]);
    lists(root["listes"]);
    table(root["tableaux"]);
    for (const auto& entry : root["blocs"].entries()) {
      style_.blocks.emplace(entry.key, block(entry.value));
    }
    style_.quote = block(root["citation"]);
    style_.notes = block(root["notes"]);
    style_.caption = block(root["légendes"]);
    style_.running = block(root["folios"]);
    style_.rules = StyleValues(root, diagnostics_).colour("filets").value_or(Colour{});
    links(root["liens"]);
    head_and_foot(root["en_tête"], root["pied"]);
    cover(root["couverture"]);
    contents(root["sommaire"]);
    return std::move(style_);
  }

 private:
  void check(const yaml::Node& node, const Keys& keys) {
    if (!node.absent()) (void)yaml::check_keys(node, keys, base::Kind::content, diagnostics_);
  }

  void page(const yaml::Node& node) {
    check(node, {"largeur", "hauteur", "marges", "haut_pages_suivantes", "repères_de_pli",
                 "sous_les_emplacements", "espacement_minimal"});
    const StyleValues values(node, diagnostics_);
    style_.page_width = values.millimetres("largeur");
    style_.page_height = values.millimetres("hauteur");
    const yaml::Node& margins = node["marges"];
    check(margins, {"haut", "bas", "gauche", "droite"});
    const StyleValues sides(margins, diagnostics_);
    style_.top = sides.millimetres("haut");
    style_.bottom = sides.millimetres("bas");
    style_.left = sides.millimetres("gauche");
    style_.right = sides.millimetres("droite");
    style_.next_top = values.optional_millimetres("haut_pages_suivantes");
    style_.fold_marks = values.yes_no("repères_de_pli").value_or(false);
    style_.below_places = values.length("sous_les_emplacements");
    if (const yaml::Node& least = node["espacement_minimal"]; !least.absent()) {
      const auto percent = yaml::integer(least, base::Kind::content, diagnostics_);
      if (percent && (*percent < 50 || *percent > 100)) {
        diagnostics_.error(base::Kind::content, least.position(),
                           "« espacement_minimal » doit être compris entre 50 et 100");
      }
      style_.least_spacing = static_cast<int>(percent.value_or(100));
    }
    constexpr Length narrowest = points(144);
    if (style_.text_width() < narrowest ||
        style_.page_height - style_.top - style_.bottom < narrowest) {
      diagnostics_.error(base::Kind::content, margins.position(),
                         "les marges laissent moins de 5 cm au texte");
    }
  }

  void families(const yaml::Node& node) {
    if (node["texte"].absent()) {
      diagnostics_.error(base::Kind::content, node.position(), "la police « texte » manque");
    }
    for (const auto& entry : node.entries()) style_.families[entry.key] = entry.value.text();
  }

  void text(const yaml::Node& node) {
    const BlockStyle block_style = block(node);
    style_.text.family = style_.families["texte"];
    style_.text = apply(style_, style_.text, block_style);
  }

  void headings(const yaml::Node& node) {
    for (const auto& item : node.items()) style_.headings.push_back(block(item));
    if (style_.headings.empty()) style_.headings.emplace_back();
    while (style_.headings.size() < 6) style_.headings.push_back(style_.headings.back());
  }

  void lists(const yaml::Node& node) {
    check(node, {"retrait", "puce", "entre"});
    const StyleValues values(node, diagnostics_);
    style_.list_indent = values.length("retrait");
    style_.list_between = values.length("entre");
    style_.bullet = yaml::required_text(node, "puce", base::Kind::content, diagnostics_);
  }

  void table(const yaml::Node& node) {
    check(node, {"texte", "marges_des_cellules", "filet", "fond_de_tête", "fond_des_totaux"});
    TableStyle& table = style_.table;
    table.text = block(node["texte"]);
    check(node["marges_des_cellules"], {"horizontale", "verticale"});
    const StyleValues margins(node["marges_des_cellules"], diagnostics_);
    table.cell_padding_x = margins.length("horizontale");
    table.cell_padding_y = margins.length("verticale");
    check(node["filet"], {"épaisseur", "couleur"});
    const StyleValues rule(node["filet"], diagnostics_);
    table.rule_width = rule.length("épaisseur");
    table.rule = rule.colour("couleur").value_or(Colour{});
    const StyleValues values(node, diagnostics_);
    const Colour white{255, 255, 255};
    table.header_background = values.colour("fond_de_tête").value_or(white);
    table.total_background = values.colour("fond_des_totaux").value_or(white);
  }

  void links(const yaml::Node& node) {
    check(node, {"couleur", "soulignés", "pages"});
    const StyleValues values(node, diagnostics_);
    style_.links = values.colour("couleur").value_or(style_.text.colour);
    style_.underline_links = values.yes_no("soulignés").value_or(false);
    style_.page_references = values.yes_no("pages").value_or(false);
  }

  void head_and_foot(const yaml::Node& head, const yaml::Node& foot) {
    check(head, {"contenu", "distance"});
    const std::string& what = head["contenu"].text();
    if (what == "titre") {
      style_.head = RunningHead::title;
    } else if (what == "chapitre") {
      style_.head = RunningHead::chapter;
    } else if (!what.empty() && what != "rien") {
      diagnostics_.error(base::Kind::content, head["contenu"].position(),
                         "contenu d’en-tête inconnu : titre, chapitre ou rien");
    }
    const StyleValues values(head, diagnostics_);
    style_.head_distance = values.optional_millimetres("distance").value_or(style_.top / 2);
    check(foot, {"pagination", "page_unique", "distance"});
    const StyleValues below(foot, diagnostics_);
    style_.page_numbers = below.yes_no("pagination").value_or(true);
    style_.number_single_page = below.yes_no("page_unique").value_or(true);
    style_.foot_distance = below.optional_millimetres("distance").value_or(style_.bottom / 2);
  }

  void cover(const yaml::Node& node) {
    if (node.absent()) return;
    check(node, {"titre", "sous_titre", "mention", "bandeau"});
    style_.cover = true;
    style_.cover_title = block(node["titre"]);
    style_.cover_subtitle = block(node["sous_titre"]);
    style_.cover_note = block(node["mention"]);
    style_.cover_band = StyleValues(node, diagnostics_).colour("bandeau");
  }

  void contents(const yaml::Node& node) {
    if (node.absent()) return;
    check(node, {"titre", "niveaux", "texte"});
    style_.contents_title = yaml::required_text(node, "titre", base::Kind::content, diagnostics_);
    style_.contents_text = block(node["texte"]);
    const auto levels = yaml::integer(node["niveaux"], base::Kind::content, diagnostics_);
    if (levels && (*levels < 1 || *levels > 3)) {
      diagnostics_.error(base::Kind::content, node["niveaux"].position(),
                         "« niveaux » doit être compris entre 1 et 3");
    }
    style_.contents_levels = static_cast<int>(levels.value_or(1));
  }

  BlockStyle block(const yaml::Node& node) {
    BlockStyle result;
    if (node.absent()) return result;
    check(node, {"police",
                 "corps",
                 "interligne",
                 "gras",
                 "italique",
                 "couleur",
                 "alignement",
                 "césure",
                 "alinéa",
                 "entre_paragraphes",
                 "avant",
                 "après",
                 "gauche",
                 "droite",
                 "solidaire",
                 "avec_ce_qui_précède",
                 "avec_ce_qui_suit",
                 "nouvelle_page",
                 "à_part",
                 "renvoi",
                 "fond",
                 "filet",
                 "marge_intérieure",
                 "emplacement",
                 "corps_minimal"});
    const StyleValues values(node, diagnostics_);
    role(node["police"], result);
    result.size = values.optional_length("corps");
    result.leading = values.optional_length("interligne");
    result.bold = values.yes_no("gras");
    result.italic = values.yes_no("italique");
    result.colour = values.colour("couleur");
    result.align = values.align("alignement");
    result.hyphenate = values.yes_no("césure");
    result.indent = values.optional_length("alinéa");
    result.between = values.optional_length("entre_paragraphes");
    result.before = values.length("avant");
    result.after = values.length("après");
    result.left = values.length("gauche");
    result.right = values.length("droite");
    result.keep_together = values.yes_no("solidaire").value_or(false);
    result.keep_with_previous = values.yes_no("avec_ce_qui_précède").value_or(false);
    result.keep_with_next = values.yes_no("avec_ce_qui_suit").value_or(false);
    result.page_before = values.yes_no("nouvelle_page").value_or(false);
    result.background = values.colour("fond");
    result.rule = values.colour("filet");
    result.padding = values.length("marge_intérieure");
    result.detached = values.yes_no("à_part").value_or(false);
    result.page_reference = values.yes_no("renvoi").value_or(true);
    result.smallest_size = values.length("corps_minimal");
    place(node["emplacement"], result);
    return result;
  }

  void role(const yaml::Node& node, BlockStyle& result) {
    if (node.absent()) return;
    if (style_.families.find(node.text()) == style_.families.end()) {
      diagnostics_.error(base::Kind::content, node.position(),
                         "« " + node.text() + " » n’est pas déclaré dans « polices »");
      return;
    }
    result.role = node.text();
  }

  void place(const yaml::Node& node, BlockStyle& result) {
    if (node.absent()) return;
    check(node, {"gauche", "haut", "largeur", "hauteur"});
    const StyleValues values(node, diagnostics_);
    result.place = Rectangle{values.millimetres("gauche"), values.millimetres("haut"),
                             values.millimetres("largeur"),
                             values.optional_millimetres("hauteur").value_or(0)};
  }

  base::Diagnostics& diagnostics_;
  Style style_;
};

}  // namespace

TextStyle apply(const Style& style, const TextStyle& base, const BlockStyle& block) {
  TextStyle result = base;
  if (block.role) {
    const auto family = style.families.find(*block.role);
    if (family != style.families.end()) result.family = family->second;
  }
  result.size = block.size.value_or(base.size);
  result.leading = block.leading.value_or(base.leading);
  result.bold = block.bold.value_or(base.bold);
  result.italic = block.italic.value_or(base.italic);
  result.colour = block.colour.value_or(base.colour);
  result.align = block.align.value_or(base.align);
  result.hyphenate = block.hyphenate.value_or(base.hyphenate);
  result.indent = block.indent.value_or(base.indent);
  result.between = block.between.value_or(base.between);
  return result;
}

std::optional<Style> read_style(const base::Files& files, std::string_view name,
                                base::Diagnostics& diagnostics) {
  const std::string path = "templates/styles/" + std::string(name) + ".yaml";
  const auto content = files.read(path);
  if (!content) {
    std::vector<std::string> known = files.list("templates/styles");
    for (auto& file : known) file = file.substr(0, file.rfind('.'));
    diagnostics.error(base::Kind::content, {path, 0, 0},
                      "style « " + std::string(name) + " » inconnu",
                      "Styles connus : " + base::join(known, ", ") + ".");
    return std::nullopt;
  }
  base::Diagnostics found;
  const yaml::Node root = yaml::parse(*content, path, base::Kind::content, found);
  Style style;
  if (!found.has_errors()) style = StyleReader(found).read(root, name);
  for (const auto& diagnostic : found.all()) diagnostics.add(diagnostic);
  if (found.has_errors()) return std::nullopt;
  return style;
}

}  // namespace typeset
