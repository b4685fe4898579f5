#include "document/captions.hpp"

#include <gmock/gmock.h>

#include "document/read.hpp"

namespace {

std::vector<std::string> faults(const std::string& markdown) {
  base::Diagnostics diagnostics;
  const auto document = document::read(markdown, "essai.md", diagnostics);
  document::check_captions(document, "essai.md", diagnostics);
  std::vector<std::string> list;
  for (const auto& diagnostic : diagnostics.all()) list.push_back(base::to_string(diagnostic));
  return list;
}

const std::string table = "| Fait | Peine |\n| --- | --- |\n| Menace | 3 ans |\n";

TEST(Captions, ATableWithoutOneIsNamedByItsFileAndLine) {
  EXPECT_THAT(faults("# A\n\n" + table),
              testing::ElementsAre(testing::HasSubstr(
                  "essai.md:3 : erreur : ce tableau n’a pas de légende : « Fait | Peine »")));
  EXPECT_THAT(faults("::: attention\n- un\n\n  | a |\n  |---|\n  | b |\n:::\n"),
              testing::ElementsAre(testing::HasSubstr("essai.md:4")));
  EXPECT_THAT(faults("::: {.tableau colonnes=\"2 1\"}\n" + table + ":::\n"), testing::SizeIs(1));
}

TEST(Captions, ATableWithOneIsAccepted) {
  EXPECT_THAT(faults("::: {.tableau legende=\"Peines\"}\n" + table + ":::\n"), testing::IsEmpty());
  EXPECT_THAT(faults("::: {.graphique type=\"barres\" legende=\"Faits\" unite=\"faits\"}\n"
                     "| Année | Faits |\n| --- | --- |\n| 2024 | 12 |\n:::\n"),
              testing::IsEmpty());
}

}  // namespace
