using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>What Mood's test asks. Immutable, with value equality.</summary>
public sealed record MoodOptions
{
    private readonly ScaleAlternative _alternative;
    private readonly MoodMethod _method;

    internal static MoodOptions Default { get; } = new();

    /// <summary>Which difference counts.</summary>
    /// <value>The default is <see cref="ScaleAlternative.TwoSided"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public ScaleAlternative Alternative
    {
        get => _alternative;
        init => _alternative = SampleChecks.Defined(value, nameof(Alternative));
    }

    /// <summary>How the p-value is found.</summary>
    /// <value>The default is <see cref="MoodMethod.Auto"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the enumeration.</exception>
    public MoodMethod Method
    {
        get => _method;
        init => _method = SampleChecks.Defined(value, nameof(Method));
    }

    /// <summary>How <see cref="MoodMethod.Permutation"/> draws; nothing else looks at it.</summary>
    /// <value>The default is 999 replicates.</value>
    public PermutationOptions Permutation { get; init; } = PermutationOptions.Default;
}
