namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>Tests that ask the same question of the same data.</summary>
/// <param name="Title">The heading in the page.</param>
/// <param name="Settings">What its samples are drawn from.</param>
/// <param name="Aims">The changes that the tests are for; the other changes leave their null true, or nearly.</param>
internal sealed record PowerFamily(string Title, IReadOnlyList<PowerSetting> Settings, IReadOnlyList<string> Aims)
{
    public static PowerFamily Distributions { get; } =
        new("Whole distributions", PowerSetting.Numbers, ["shift", "scale", "tail"]);

    public static PowerFamily Location { get; } = new("Location", PowerSetting.Numbers, ["shift"]);

    public static PowerFamily Spread { get; } = new("Spread", PowerSetting.Numbers, ["scale", "tail"]);

    public static PowerFamily Categories { get; } =
        new("Categories, five of them", PowerSetting.Categories, ["changed"]);

    public static PowerFamily Events { get; } = new("Events, two categories", PowerSetting.Events, ["changed"]);

    public override string ToString() => Title;
}
