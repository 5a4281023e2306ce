using Mlops.Reporting.Rendering.Sarif;

namespace Mlops.Reporting.Tests.Rendering.Sarif;

public class SarifUriTests
{
    [Theory]
    [InlineData("data/current.csv", "data/current.csv")]
    [InlineData("./data/./current.csv", "data/current.csv")]
    [InlineData(@"data\July 2026\a+b.csv", "data/July%202026/a%2Bb.csv")]
    [InlineData("../elsewhere.csv", "../elsewhere.csv")]
    [InlineData("100%#1?.csv", "100%25%231%3F.csv")]
    [InlineData("a:b.csv", "a%3Ab.csv")]
    [InlineData("größe.csv", "gr%C3%B6%C3%9Fe.csv")]
    [InlineData("/tmp/a b.csv", "file:///tmp/a%20b.csv")]
    [InlineData(@"C:\data\a b.csv", "file:///C:/data/a%20b.csv")]
    [InlineData(@"\\server\share\a.csv", "file://server/share/a.csv")]
    [InlineData("https://example.org/a%20b.csv?x=1", "https://example.org/a%20b.csv?x=1")]
    [InlineData("s3://bucket/a b.csv", "s3://bucket/a%20b.csv")]
    [InlineData("", "")]
    public void Of_Locations_AreUriReferences(string location, string expected) =>
        Assert.Equal(expected, SarifUri.Of(location));
}
