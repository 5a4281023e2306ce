using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Mlops.Abstractions.Tests.Serialization;

/// <summary>Generated JSON texts, laid out as they should not be: unsorted, indented, escaped.</summary>
internal static class JsonTexts
{
    private static readonly string[] Names =
    [
        "",
        "a",
        "b",
        "Z",
        "\n",
        "\"",
        "é",
        "€",
        "😀",
        "\uFB33",
        "name",
        "\u0000",
    ];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Arbitrary<string> Values { get; } =
        Gen.Sized(size => Value(Math.Min(size, 12)))
            .Select(value => JsonSerializer.Serialize(value, Indented))
            .ToArbitrary();

    private static Gen<object?> Value(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<object?>(null),
            Gen.Elements<object?>(true, false),
            ArbMap.Default.GeneratorFor<int>().Select(number => (object?)number),
            Laws.FiniteDoubles.Generator.Select(number => (object?)(number == 0 ? 0.0 : number)),
            Gen.Elements(Names).Two().Select(pair => (object?)(pair.Item1 + pair.Item2))
        );
        if (size == 0)
        {
            return leaf;
        }

        var children = Gen.ListOf(Value(size / 3)).Select(list => list.Take(6).ToList());
        var names = Gen.Shuffle(Names);
        return Gen.OneOf(
            leaf,
            children.Select(list => (object?)list),
            children.SelectMany(list =>
                names.Select(shuffled =>
                    (object?)shuffled.Zip(list).ToDictionary(pair => pair.First, pair => pair.Second)
                )
            )
        );
    }
}
