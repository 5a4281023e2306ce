namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>Which difference in scale counts.</summary>
/// <remarks>Of two distributions about a common median, the wider one has more of its probability beyond any distance from it. SciPy's <c>greater</c>, with the reference first, is <see cref="CurrentNarrower"/>.</remarks>
public enum ScaleAlternative
{
    /// <summary>The scales differ, in either direction.</summary>
    TwoSided = 0,

    /// <summary>The current data are spread more widely than the reference.</summary>
    CurrentWider,

    /// <summary>The current data are spread less widely than the reference.</summary>
    CurrentNarrower,
}
