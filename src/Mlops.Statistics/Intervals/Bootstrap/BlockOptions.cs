using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>The blocks of a series. Immutable, with value equality.</summary>
public sealed record BlockOptions
{
    private readonly BlockKind _kind;
    private readonly int? _length;

    internal static BlockOptions Default { get; } = new();

    /// <summary>How they are drawn.</summary>
    /// <value>The default is <see cref="BlockKind.Stationary"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public BlockKind Kind
    {
        get => _kind;
        init => _kind = SampleChecks.Defined(value, nameof(Kind));
    }

    /// <summary>The blocks' length, for stationary ones on average; <see langword="null"/> for the cube root of the series' length, rounded up. A length beyond the series' is cut to it.</summary>
    /// <value>The default is <see langword="null"/>. Blocks must be long beside the memory of the series.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? Length
    {
        get => _length;
        init =>
            _length = value is null or >= 1
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Length), value, $"{nameof(Length)} must be at least 1.");
    }

    internal int LengthFor(int count) => Math.Clamp(_length ?? (int)Math.Ceiling(Math.Cbrt(count) - 1e-9), 1, count);
}
