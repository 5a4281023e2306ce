using System.Runtime.CompilerServices;

namespace Mlops.Data.Quality;

/// <summary>Refuses options outside their range, by name.</summary>
internal static class OptionChecks
{
    public static void Level(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Refuse(value, value is > 0 and < 1, "in (0,1)", name);

    public static void Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Refuse(value, value is >= 0 and <= 1, "in [0,1]", name);

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Refuse(value, value > 0 && double.IsFinite(value), "positive and finite", name);

    public static void Count(
        int value,
        int least,
        int most,
        [CallerArgumentExpression(nameof(value))] string name = ""
    ) => Refuse(value, value >= least && value <= most, $"from {least} to {most}", name);

    private static void Refuse(double value, bool holds, string range, string name)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
        }
    }
}
