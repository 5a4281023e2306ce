namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>What two samples are drawn from.</summary>
/// <param name="Name">The column of the table.</param>
/// <param name="IsNull">Whether both sides are the same.</param>
/// <param name="IsContinuous">Whether there are no ties.</param>
/// <param name="Reference">Draws a value of the reference.</param>
/// <param name="Current">Draws a current value, given the rows of a side: changes are smaller where there are more.</param>
internal sealed record PowerSetting(
    string Name,
    bool IsNull,
    bool IsContinuous,
    Func<Xoshiro256, double> Reference,
    Func<Xoshiro256, int, double> Current
)
{
    /// <summary>What makes a Student's t of two degrees of freedom have a normal's quartiles.</summary>
    private const double TailScale = 0.6744897501960817 / 0.816496580927726;

    public static IReadOnlyList<PowerSetting> Numbers { get; } =
    [
        new("same", true, true, Normal, (random, _) => Normal(random)),
        new("same, ties", true, false, Rounded, (random, _) => Rounded(random)),
        new("shift", false, true, Normal, (random, n) => Normal(random) + (n < 100 ? 0.8 : 0.25)),
        new("scale", false, true, Normal, (random, n) => Normal(random) * (n < 100 ? 2.5 : 1.3)),
        new("tail", false, true, Normal, (random, _) => HeavyTailed(random)),
    ];

    public static IReadOnlyList<PowerSetting> Categories { get; } =
    [
        new("same", true, false, random => Category(random, 0), (random, _) => Category(random, 0)),
        new(
            "changed",
            false,
            false,
            random => Category(random, 0),
            (random, n) => Category(random, n < 100 ? 0.4 : 0.13)
        ),
    ];

    public static IReadOnlyList<PowerSetting> Events { get; } =
    [
        new("same", true, false, random => Event(random, 0.3), (random, _) => Event(random, 0.3)),
        new("changed", false, false, random => Event(random, 0.3), (random, n) => Event(random, n < 100 ? 0.7 : 0.43)),
    ];

    private static double Normal(Xoshiro256 random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextUniform())) * Math.Cos(2 * Math.PI * random.NextUniform());

    private static double Rounded(Xoshiro256 random) => Math.Round(Normal(random), MidpointRounding.AwayFromZero);

    // Student's t of two degrees of freedom, by its quantile function.
    private static double HeavyTailed(Xoshiro256 random)
    {
        var u = Math.Clamp(random.NextUniform(), 1e-15, 1 - 1e-15);
        return TailScale * ((2 * u) - 1) / Math.Sqrt(2 * u * (1 - u));
    }

    // Five categories; what the last ones lose the first one gains.
    private static double Category(Xoshiro256 random, double moved)
    {
        var u = random.NextUniform();
        return u < moved ? 0 : Math.Floor(5 * (u - moved) / (1 - moved));
    }

    private static double Event(Xoshiro256 random, double share) => random.NextUniform() < share ? 1 : 0;
}
