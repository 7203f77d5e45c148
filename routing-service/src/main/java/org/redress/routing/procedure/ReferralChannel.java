package org.redress.routing.procedure;

/** Another lawful way an appeal is led to 引导 (Reg. 31). */
public enum ReferralChannel {
    /** What the courts, the procuratorates or the police judge (Reg. 31(1)). */
    JUDICIAL,
    /** What arbitration decides, of labour disputes above all (Reg. 31(2)). */
    ARBITRATION,
    /** What party members take to the party's own procedures (Reg. 31(3)). */
    PARTY,
    /** What reconsideration, adjudication, confirmation or licensing by the administration decides (Reg. 31(4)). */
    ADMINISTRATIVE
}
