#include "app/recipient.hpp"

#include <gmock/gmock.h>

#include "document/read.hpp"
#include "project.hpp"

namespace {

using testing::HasSubstr;

std::string said(const std::string& address) {
  base::Diagnostics diagnostics;
  const auto document =
      document::read("::: destinataire\n" + address + "\n:::\n\nTexte.\n", "l.md", diagnostics);
  app::check_recipient(document, "d.yaml", diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return project::messages(diagnostics);
}

TEST(Recipient, AStandardAddressIsGood) {
  EXPECT_EQ(said("Madame le Maire\\\nMairie\\\n3 place du Marché\\\n38998 MONTREUIL-LA-COMBE"), "");
  EXPECT_EQ(
      said("A\\\nB\\\nC\\\nD\\\n12 RUE DE L ABBE GROULT BATIMENT 4 ESC\\\n75732 PARIS CEDEX 15"),
      "");
}

TEST(Recipient, IsNotAlwaysAnAddress) {
  EXPECT_EQ(said("À chacun des membres du conseil municipal de la commune nouvelle"), "");
}

TEST(Recipient, WarnsOfASeventhLine) {
  EXPECT_THAT(said("A\\\nB\\\nC\\\nD\\\nE\\\nF\\\n75001 PARIS"), HasSubstr("a 7 lignes"));
}

TEST(Recipient, WarnsOfALineOfThirtyNineCharacters) {
  const std::string message = said("A\\\n" + std::string(39, 'b') + "\\\n75001 PARIS");
  EXPECT_THAT(message, HasSubstr("ligne 2"));
  EXPECT_THAT(message, HasSubstr("avertissement"));
  EXPECT_EQ(message.find("bbb"), std::string::npos);  // never a value
  EXPECT_EQ(said("A\\\n" + std::string(38, 'b') + "\\\n75001 PARIS"), "");
}

TEST(Recipient, WarnsOfATownInSmallLetters) {
  EXPECT_THAT(said("A\\\n75001 Paris"), HasSubstr("capitales"));
}

}  // namespace
