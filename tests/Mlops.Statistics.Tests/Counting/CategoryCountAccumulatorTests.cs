using System.Text.Json;
using Mlops.Statistics.Counting;

namespace Mlops.Statistics.Tests.Counting;

public sealed class CategoryCountAccumulatorTests
{
    private static readonly CategoryCountDefinition Definition = new();

    [Fact]
    public void Value_Listed_IsByCountThenOrdinal()
    {
        var accumulator = Definition.Create();
        accumulator.Add("b", 2);
        accumulator.Add("a", 2);
        accumulator.Add("B", 2);
        accumulator.Add("z", 5);
        Assert.Equal([new("z", 5), new("B", 2), new("a", 2), new CategoryCount("b", 2)], accumulator.Value);
        Assert.Equal(11, accumulator.Count);
        Assert.Equal(4, accumulator.DistinctCount);
    }

    [Fact]
    public void Add_Codes_CountsCategoriesAndMissing()
    {
        var accumulator = Definition.Create();
        accumulator.Add([0, 1, -1, 0, 2, -1, 0], ["a", "b", "b", "never"]);
        Assert.Equal([new("a", 3), new CategoryCount("b", 2)], accumulator.Value);
        Assert.Equal((5, 2), (accumulator.Count, accumulator.MissingCount));
        Assert.Equal(0, accumulator.CountOf("never"));
        Assert.Equal(3, accumulator.CountOf("a"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Add_CodeOutsideTheDictionary_ThrowsAndCountsNothing(int code)
    {
        var accumulator = Definition.Create();
        var exception = Assert.Throws<ArgumentException>("codes", () => accumulator.Add([0, -1, code], ["a", "b"]));
        Assert.Contains($"codes[2] is {code};", exception.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (accumulator.Count, accumulator.MissingCount));
    }

    [Fact]
    public void Add_NullCategory_Throws()
    {
        var accumulator = Definition.Create();
        Assert.Throws<ArgumentException>("categories", () => accumulator.Add([0], ["a", null!]));
        Assert.Throws<ArgumentNullException>("categories", () => accumulator.Add([0], null!));
        Assert.Throws<ArgumentNullException>("category", () => accumulator.Add(null!));
        Assert.Throws<ArgumentNullException>("category", () => accumulator.CountOf(null!));
    }

    [Fact]
    public void Add_NegativeCount_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Definition.Create().Add("a", -1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Definition.Create().AddMissing(-1));
    }

    [Fact]
    public void Add_ZeroCount_IsNotSeen()
    {
        var accumulator = Definition.Create();
        accumulator.Add("a", 0);
        Assert.Empty(accumulator.Value);
    }

    [Theory]
    [InlineData("""{"categories":[["a",1],["a",2]],"missing":0}""", "categories[1]")]
    [InlineData("""{"categories":[["a",0]],"missing":0}""", "categories[0]")]
    [InlineData("""{"categories":[["a",-1]],"missing":0}""", "categories[0]")]
    [InlineData("""{"categories":[["a"]],"missing":0}""", "categories[0]")]
    [InlineData("""{"categories":[[1,1]],"missing":0}""", "categories[0]")]
    [InlineData("""{"categories":["a"],"missing":0}""", "categories[0]")]
    [InlineData("""{"categories":[["\uD800",1]],"missing":0}""", "Unicode")]
    [InlineData("""{"categories":7,"missing":0}""", "'categories'")]
    [InlineData("""{"categories":[],"missing":-1}""", "'missing'")]
    public void Read_Damaged_ThrowsAndSaysWhat(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);
        var exception = Assert.Throws<FormatException>(() => Definition.Read(document.RootElement));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
