#include "web/form_data.hpp"

#include <gtest/gtest.h>

namespace web {
namespace {

TEST(FormData, ReadsNamesAndValues) {
  const auto values = read_urlencoded("faits.r%C3%A9cit=a+b%26c%0D%0Ad&vide=&seul&x=1&x=2");
  ASSERT_TRUE(values);
  ASSERT_EQ(values->size(), 5u);
  EXPECT_EQ((*values)[0].name, "faits.récit");
  EXPECT_EQ((*values)[0].value, "a b&c\r\nd");
  EXPECT_EQ((*values)[1].value, "");
  EXPECT_EQ((*values)[2].name, "seul");
  EXPECT_EQ((*values)[4].value, "2");
}

TEST(FormData, AStrayPercentSignStandsForItself) {
  EXPECT_EQ(percent_decoded("100%", true), "100%");
  EXPECT_EQ(percent_decoded("%zz%4", true), "%zz%4");
}

TEST(FormData, RefusesWhatIsNotText) {
  EXPECT_FALSE(read_urlencoded("a=%FF"));
  EXPECT_FALSE(read_urlencoded("a=%00"));
  std::string many;
  for (std::size_t i = 0; i <= maximum_fields; ++i) many += "a=1&";
  EXPECT_FALSE(read_urlencoded(many));
}

TEST(FormData, EncodesWhatItDecodes) {
  const std::string path = "cgct/L2123-35 é?#&%";
  EXPECT_EQ(percent_decoded(percent_encoded(path), false), path);
}

}  // namespace
}  // namespace web
