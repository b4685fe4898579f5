#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "app/generate.hpp"
#include "base/process.hpp"
#include "pdf/inspect.hpp"
#include "pdf/write.hpp"
#include "typeset/layout.hpp"

// How long a letter takes, as ratios to the limits we set ourselves: 2 ms in the process for a
// one-page letter, 10 ms for the whole program, 20 000 bytes. Medians; run on a quiet machine.
namespace {

using Clock = std::chrono::steady_clock;

double median_ms(int rounds, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const auto begin = Clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void tell(const char* what, double value, const char* unit, double limit) {
  std::printf("%-46s %9.2f %-6s %5.2f x the limit\n", what, value, unit, value / limit);
}

void measure_one_page(const app::Engine& engine) {
  document::Document letter;
  letter.metadata = {"Lettre", "fr-FR", "Hélène Marchetti", "", "2026-11-23", "lettre"};
  const auto block = [](const char* name, std::vector<std::string> lines) {
    document::Paragraph paragraph;
    for (const std::string& line : lines) {
      if (!paragraph.content.empty()) paragraph.content.push_back({document::LineBreak{}});
      paragraph.content.push_back({document::Text{line, true}});
    }
    document::Div div;
    div.attributes.classes = {name};
    div.content.push_back({std::move(paragraph)});
    return document::Block{std::move(div)};
  };
  letter.blocks.push_back(block("expediteur", {"Hélène Marchetti", "1 place de la République"}));
  letter.blocks.push_back(block("destinataire", {"Tribunal judiciaire", "15900 VALMONT"}));
  letter.blocks.push_back(block("lieu-date", {"Aubremont, le 23 novembre 2026"}));
  const std::string text =
      "Je porte à votre connaissance les faits suivants, survenus à la mairie pendant une réunion "
      "publique, devant plusieurs témoins dont les noms figurent plus bas, et dont je vous demande "
      "de bien vouloir rechercher les auteurs afin que la justice en décide. Paragraphe numéro ";
  for (int i = 0; i < 7; ++i) {
    letter.blocks.push_back(
        {document::Paragraph{{{document::Text{text + std::to_string(i) + ".", false}}}}});
  }
  base::Diagnostics diagnostics;
  const auto style = typeset::read_style(engine.files(), "lettre", diagnostics);
  const typeset::Options options;
  std::string bytes;
  const auto once = [&] {
    const auto pages = typeset::layout(letter, *style, engine.fonts(), options, diagnostics);
    bytes = pdf::write(pages, {}, diagnostics);
  };
  once();
  tell("one-page letter, layout and PDF", median_ms(200, once), "ms", 2.0);
  tell("its size", static_cast<double>(bytes.size()), "bytes", 20'000);
}

void measure_complaint(app::Engine& engine) {
  const std::string path = "forms/exemples/plainte.yaml";
  const std::string content = engine.files().read(path).value_or("");
  base::Diagnostics diagnostics;
  std::optional<app::Prepared> prepared;
  std::optional<document::Document> document;
  std::string bytes;
  tell("complaint: form and case file read and checked",
       median_ms(50,
                 [&] {
                   prepared = app::prepare(engine, "plainte", {path, content}, {}, diagnostics);
                 }),
       "ms", 10);
  tell("complaint: facts, template, tree",
       median_ms(50, [&] { document = app::make_document(engine, *prepared, {}, diagnostics); }),
       "ms", 10);
  tell("complaint: layout and PDF",
       median_ms(50,
                 [&] {
                   bytes = app::write(engine, *document, app::Format::pdf, {}, diagnostics).value();
                 }),
       "ms", 10);
  tell("complaint: its inspection", median_ms(50, [&] { (void)pdf::inspect(bytes); }), "ms", 3);
  tell("its size", static_cast<double>(bytes.size()), "bytes", 30'000);
}

void measure_process(const char* program) {
  const std::string root = EGIDE_SOURCE_DIR;
  tell("complaint: the whole program",
       median_ms(30,
                 [&] {
                   (void)base::run_process(
                       program,
                       {"generer", "plainte", root + "/forms/exemples/plainte.yaml", "-o",
                        "/dev/stdout", "--remplacer", "-q"},
                       "", root, {});
                 }),
       "ms", 10);
}

}  // namespace

int main(int argc, char** argv) {
  app::Engine engine(EGIDE_SOURCE_DIR);
  measure_one_page(engine);
  measure_complaint(engine);
  if (argc > 1) measure_process(argv[1]);
  return 0;
}
