using Mlops.Conformance.Protocol;
using Mlops.Registry.Transparency;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>The proof that a tree began as a smaller one.</summary>
internal sealed class ConsistencyProofOperation : IOperation
{
    public string Name => "registry.consistency_proof";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var leaves = MerkleArguments.LeafHashes(arguments);
        var first = MerkleArguments.Within(arguments, "first", least: 1, most: leaves.Length);
        result.Add("proof", MerkleTree.ConsistencyProof(leaves, first).Select(hash => hash.ToString()));
    }
}
