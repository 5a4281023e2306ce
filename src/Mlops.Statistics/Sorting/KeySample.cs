namespace Mlops.Statistics.Sorting;

/// <summary>Where a sample of keys is taken: at one position in each stride.</summary>
internal static class KeySample
{
    /// <summary>The position in stride <paramref name="index"/>: as if by chance, lest a period of the data agree with the sample's, but always the same.</summary>
    /// <remarks>The mixing of SplitMix64: Steele, Lea and Flood (2014).</remarks>
    internal static long PositionOf(int index, int stride)
    {
        var mixed = (ulong)(index + 1) * 0x9E37_79B9_7F4A_7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return ((long)index * stride) + (long)((mixed >> 32) * (uint)stride >> 32);
    }
}
