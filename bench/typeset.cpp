// Time to set a letter and a sixty-page document, and what the search for the best lines costs and
// brings compared with the plainest breaker: fill each line, then start another.
//   ninja bench_typeset && build/release/bench/bench_typeset [repetitions]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "document/read.hpp"
#include "typeset/break_lines.hpp"
#include "typeset/layout.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(int repetitions, const std::function<void()>& work) {
  const auto begin = Clock::now();
  for (int i = 0; i < repetitions; ++i) work();
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count() / repetitions;
}

const std::string prose =
    "La collectivité est tenue de protéger ses élus contre les violences, menaces ou outrages dont "
    "ils pourraient être victimes à l’occasion ou du fait de leurs fonctions, et de réparer, le "
    "cas "
    "échéant, le préjudice qui en est résulté ; elle est subrogée aux droits de la victime pour "
    "obtenir des auteurs de ces infractions la restitution des sommes versées.\n\n";

// Unlike the long document, it does not repeat itself: the cache of words helps less.
const std::string body =
    "Monsieur le Préfet,\n\nJ’ai l’honneur de vous informer que j’ai été destinataire, le 20 "
    "novembre 2026, d’une demande de protection présentée par la première adjointe, Mme Martin, à "
    "la suite des menaces proférées contre elle devant la mairie, un soir de conseil.\n\n"
    "Un homme qu’elle connaît de vue s’est approché, l’a insultée, puis a frappé du poing la "
    "portière de son véhicule avant de quitter les lieux. Deux agents du service technique ont "
    "assisté à la scène ; leurs attestations sont jointes, de même que les photographies prises "
    "par la gendarmerie.\n\nElle a déposé plainte dès le lendemain auprès de la brigade, où un "
    "récépissé lui a été remis. Un certificat médical constate un retentissement psychologique "
    "important et fixe à trois jours l’incapacité totale de travail.\n\n";

std::string letter() {
  std::string text =
      "::: expediteur\nClaire Montaigu\\\n35140 SAINT-MARTIN\n:::\n\n::: destinataire\nMonsieur le "
      "Préfet\\\n35026 RENNES CEDEX\n:::\n\n::: objet\nObjet : demande de protection\n:::\n\n";
  return text + body + prose + "::: signature\nLa maire\n:::\n";
}

std::string long_document() {
  std::string text;
  for (int chapter = 1; chapter <= 20; ++chapter) {
    text += "# Chapitre " + std::to_string(chapter) + "\n\n";
    for (int i = 0; i < 18; ++i) text += prose;
  }
  return text;
}

void time_layout(const char* what, const std::string& markdown, const std::string& style_name,
                 int repetitions) {
  base::Diagnostics diagnostics;
  const base::DiskFiles files(EGIDE_SOURCE_DIR);
  const auto style = typeset::read_style(files, style_name, diagnostics);
  const auto document = document::read(markdown, "mesure.md", diagnostics);
  const typeset::FontSet fonts;
  const typeset::Options options;
  std::size_t pages = 0;
  const auto set = [&] {
    pages = typeset::layout(document, *style, fonts, options, diagnostics).pages.size();
  };
  set();  // fonts and patterns are read
  const double time = milliseconds(repetitions, set);
  std::printf("%-18s %3zu page(s) %8.3f ms\n", what, pages, time);
}

std::vector<typeset::Piece> pieces(int count) {
  std::vector<typeset::Piece> result;
  for (int i = 0; i < count; ++i) {
    typeset::Piece piece;
    piece.width = 9'000 + (i * 7919) % 41'000;
    piece.space = 2'800;
    piece.after = typeset::Break::space;
    result.push_back(piece);
  }
  result.back().after = typeset::Break::forced;
  return result;
}

std::vector<std::size_t> first_fit(const std::vector<typeset::Piece>& words,
                                   typeset::Length measure) {
  std::vector<std::size_t> last;
  typeset::Length used = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const typeset::Length more = (used > 0 ? words[i - 1].space : 0) + words[i].width;
    if (used > 0 && used + more > measure) {
      last.push_back(i - 1);
      used = words[i].width;
    } else {
      used += more;
    }
  }
  last.push_back(words.size() - 1);
  return last;
}

// The most that a space must grow on a line, in hundredths of its width; the last line left out.
long worst(const std::vector<typeset::Piece>& words, const std::vector<std::size_t>& last,
           typeset::Length measure) {
  long result = 0;
  std::size_t first = 0;
  for (std::size_t line = 0; line + 1 < last.size(); ++line) {
    long width = 0, spaces = 0;
    for (std::size_t i = first; i <= last[line]; ++i) {
      width += words[i].width;
      if (i < last[line]) spaces += words[i].space;
    }
    if (spaces > 0) result = std::max(result, (measure - width - spaces) * 100 / spaces);
    first = last[line] + 1;
  }
  return result;
}

void compare_breakers(int repetitions) {
  constexpr typeset::Length measure = 463'000;  // the letter's text, 163 mm
  const auto words = pieces(600);
  typeset::LineShape shape;
  shape.measure = shape.first_measure = measure;
  shape.size = typeset::points(11);
  std::vector<std::size_t> best, greedy;
  const double best_time =
      milliseconds(repetitions, [&] { best = typeset::break_lines(words, shape).last; });
  const double greedy_time = milliseconds(repetitions, [&] { greedy = first_fit(words, measure); });
  std::printf("best lines   %8.4f ms, a space grows by %3ld %% at worst\n", best_time,
              worst(words, best, measure));
  std::printf("first fit    %8.4f ms, a space grows by %3ld %% at worst\n", greedy_time,
              worst(words, greedy, measure));
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::atoi(argv[1]) : 100;
  time_layout("letter", letter(), "lettre", repetitions);
  time_layout("long document", long_document(), "guide", std::max(1, repetitions / 20));
  compare_breakers(repetitions);
}
