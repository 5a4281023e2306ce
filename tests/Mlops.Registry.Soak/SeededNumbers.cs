namespace Mlops.Registry.Soak;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): what a run does at random, it does again with the same seed.</summary>
internal sealed class SeededNumbers(ulong seed)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15;

    public int Below(int end)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)end);
    }
}
