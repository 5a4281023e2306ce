using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public class JsonElementExtensionsTests
{
    private static readonly JsonElement Sample = JsonSerializer.Deserialize<JsonElement>(
        """{"text":"a","list":[1,2],"verdict":"Fail","number":3,"nothing":null}"""
    );

    [Fact]
    public void Required_PropertiesThatAreThere_AreRead()
    {
        Assert.Equal(3, Sample.Required("number").GetInteger());
        Assert.Equal(JsonValueKind.Null, Sample.Required("nothing").ValueKind);
        Assert.Equal("a", Sample.RequiredString("text"));
        Assert.Equal([1, 2], Sample.RequiredArray("list").Select(element => element.GetInteger()));
        Assert.Equal(Verdict.Fail, Sample.RequiredEnum<Verdict>("verdict"));
    }

    [Fact]
    public void Required_PropertyThatIsMissing_IsNamed()
    {
        Assert.Contains("'other'", Message(() => Sample.Required("other")), StringComparison.Ordinal);
        Assert.Contains("'other'", Message(() => Sample.RequiredString("other")), StringComparison.Ordinal);
        Assert.Contains("'other'", Message(() => Sample.RequiredArray("other")), StringComparison.Ordinal);
        Assert.Contains("'other'", Message(() => Sample.RequiredEnum<Verdict>("other")), StringComparison.Ordinal);
    }

    [Fact]
    public void Required_ValueOfAnotherKind_IsNamedWithWhatItShouldBe()
    {
        Assert.Contains("not array", Message(() => Sample.Required("list").Required("x")), StringComparison.Ordinal);
        Assert.Contains(
            "'number' must be a string",
            Message(() => Sample.RequiredString("number")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'text' must be an array",
            Message(() => Sample.RequiredArray("text")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("Maybe")]
    [InlineData("2")]
    [InlineData("+1")]
    [InlineData(" Fail")]
    [InlineData("Pass, Fail")]
    [InlineData("")]
    public void RequiredEnum_AnythingButAName_IsRefusedWithTheNames(string text)
    {
        var element = JsonSerializer.Deserialize<JsonElement>($$"""{"verdict":"{{text}}"}""");

        Assert.Contains(
            "Inconclusive, Pass, Fail",
            Message(() => element.RequiredEnum<Verdict>("verdict")),
            StringComparison.Ordinal
        );
    }

    private static string Message(Action action) => Assert.Throws<FormatException>(action).Message;
}
