using System.Globalization;
using Mlops.Compare.Comparisons;

namespace Mlops.Compare;

/// <summary>What was asked for on the command line.</summary>
internal sealed record CompareOptions
{
    public const string Usage =
        "Usage: dotnet run -c Release --project benchmarks/Mlops.Compare -- [--rows N] [--only OPERATION]... [--repeat N] [--json FILE]";

    public int Rows { get; init; } = 1_000_000;

    public int Repeat { get; init; } = 5;

    public IReadOnlyList<string> Only { get; init; } = [];

    public string? Json { get; init; }

    /// <summary>The rows of the table that were asked for.</summary>
    public IReadOnlyList<Comparison> Comparisons =>
        Only.Count == 0
            ? ComparisonRegistry.All
            : [.. ComparisonRegistry.All.Where(comparison => Only.Contains(comparison.Operation))];

    /// <exception cref="ArgumentException">Something is not understood; the message says what.</exception>
    public static CompareOptions Parse(string[] args)
    {
        var options = new CompareOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                throw new ArgumentException($"{args[i]} needs a value.\n{Usage}");
            }

            options = options.With(args[i], args[i + 1]);
        }

        return options;
    }

    private CompareOptions With(string option, string value) =>
        option switch
        {
            "--rows" => this with { Rows = Count(option, value) },
            "--repeat" => this with { Repeat = Count(option, value) },
            "--only" when ComparisonRegistry.All.Any(comparison => comparison.Operation == value) => this with
            {
                Only = [.. Only, value],
            },
            "--only" => throw new ArgumentException(
                $"There is no operation '{value}'; these are: {ComparisonRegistry.Names}."
            ),
            "--json" => this with { Json = value },
            _ => throw new ArgumentException($"'{option}' is not an option.\n{Usage}"),
        };

    private static int Count(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new ArgumentException($"{option} is '{value}'; a number from 1 on was expected.");
}
