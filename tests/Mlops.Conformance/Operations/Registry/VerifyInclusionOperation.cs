using Mlops.Conformance.Protocol;
using Mlops.Registry.Transparency;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>Whether a proof shows that a leaf is in the tree.</summary>
internal sealed class VerifyInclusionOperation : IOperation
{
    public string Name => "registry.verify_inclusion";

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add(
            "valid",
            MerkleTree.VerifyInclusion(
                MerkleArguments.Number(arguments, "index"),
                MerkleArguments.Number(arguments, "size"),
                MerkleArguments.Bytes(arguments, "leaf_hash"),
                MerkleArguments.Proof(arguments),
                MerkleArguments.Bytes(arguments, "root")
            )
        );
}
