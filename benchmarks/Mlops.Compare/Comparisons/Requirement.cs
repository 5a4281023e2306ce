using System.Globalization;

namespace Mlops.Compare.Comparisons;

/// <summary>What a row has to reach.</summary>
/// <param name="Text">As the table shows it; empty for nothing.</param>
/// <param name="IsReached">Whether a measurement reaches it; <see langword="null"/> where that can't be told.</param>
internal sealed record Requirement(string Text, Func<Measured, bool?> IsReached)
{
    public static Requirement None { get; } = new("", _ => null);

    /// <summary>So many times faster than the peer in the same run.</summary>
    public static Requirement Faster(double times) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{times}x"),
            measured => measured.PeerMilliseconds is { } theirs ? theirs / measured.Milliseconds >= times : null
        );

    /// <summary>So many million values a second and core.</summary>
    public static Requirement MillionValues(double millions, int valuesOfARow) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{millions}M values/s/core"),
            measured =>
                (double)measured.Rows * valuesOfARow / measured.Milliseconds / 1e3 / Environment.ProcessorCount
                >= millions
        );
}
