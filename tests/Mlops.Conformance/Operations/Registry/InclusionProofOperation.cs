using Mlops.Conformance.Protocol;
using Mlops.Registry.Transparency;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>The proof that a leaf is in the tree.</summary>
internal sealed class InclusionProofOperation : IOperation
{
    public string Name => "registry.inclusion_proof";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var leaves = MerkleArguments.LeafHashes(arguments);
        var index = MerkleArguments.Within(arguments, "index", least: 0, most: leaves.Length - 1);
        result.Add("proof", MerkleTree.InclusionProof(leaves, index).Select(hash => hash.ToString()));
    }
}
