namespace Mlops.Compare.Machine;

/// <summary>What may be done with bytes, each once.</summary>
internal enum Pass
{
    Read,
    Copy,
    Hash,
}
